"""What words mean in a notebook.

Notes, people and days (`meant`), questions (`identified`), and whether there is what is `named`; who speaks
(`me`), who keeps the minutes (`author`), and whose `turns` it is.
"""
