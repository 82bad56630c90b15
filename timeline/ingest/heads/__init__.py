"""What saved pages say of their dates, place by place: each module reads one kind of place into statements."""
