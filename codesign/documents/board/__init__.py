"""Our board on paper: a poster, a pocket card, and a charter for a real online space for youth."""
