"""What a request is and what happens to it. Standard library only."""
