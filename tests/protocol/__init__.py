"""The words of the exchange as bytes."""
