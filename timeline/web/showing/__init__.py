"""What the pages print, as plain data: headings, certainty, quotations, groups; no HTML is written here."""
