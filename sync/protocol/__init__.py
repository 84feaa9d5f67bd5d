"""The words of the exchange: messages, their bytes, their versions."""
