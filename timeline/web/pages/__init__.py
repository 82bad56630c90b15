"""The pages: parse, call one service, render. They only read."""
