"""What is read from outside: files that people hand us, never trusted. Knows no record and no screen."""
