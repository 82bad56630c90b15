"""Drawings as plain data: scales, ticks, lanes and marks, which the templates print as SVG.

x is in per cent of the width and y in pixels, so that bars stretch with the page while text and marks never scale.
"""
