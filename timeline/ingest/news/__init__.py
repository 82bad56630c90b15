"""What agencies send: NewsML-G2, NITF and NewsML 1.2, the standards of the IPTC."""
