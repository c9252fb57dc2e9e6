"""What the report concludes, and what that rests on."""
