"""Answers: the `marks` of replies, which of the lines below a question they are (`replies`), and which say
nothing (`silence`); `answerlists` stand apart from questions, and `answering` makes an answer of a reply.
"""
