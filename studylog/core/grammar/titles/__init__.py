"""What headings say: sections and courses (`headings`), `lectures` (`lecturenumbers`), questions
(`askingheadings`).
"""
