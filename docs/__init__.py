"""The READMEs' pictures, and the script that makes them."""
