"""What the application asks of the operating system: language, files of the product, secrets, folders."""
