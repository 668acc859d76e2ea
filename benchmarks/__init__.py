"""What is claimed about speed and accuracy, measured against named peers in the same run."""
