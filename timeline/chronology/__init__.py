"""When articles appeared, when what they report happened, and where their dates cannot all be true."""
