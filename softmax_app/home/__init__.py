"""What is live on the home page: the whole chain on one stage."""
