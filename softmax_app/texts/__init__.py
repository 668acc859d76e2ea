"""Every sentence a reader sees, English and Chinese side by side."""
