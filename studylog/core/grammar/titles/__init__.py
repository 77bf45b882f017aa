"""What headings say: lectures and sections (`headings`, `lecturenumbers`), questions (`askingheadings`)."""
