"""What is printed for people who vote on paper: ballots, and a sheet of shapes for those who read little."""
