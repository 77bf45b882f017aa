"""The Python that templates become: what pages do most stands in it without a call.

That is to read the fields of our values, to call macros and the words given to all templates, and to escape
text. The sandbox has told beforehand which fields may be read and which words called, and remembers text that
was escaped; everything else is asked as jinja2 would.
"""

from keyword import iskeyword

from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr, Getattr, Name


class Code(CodeGenerator):
    """Writes the code of a template for a `Sandbox`."""

    # jinja2 finds it by the kind of the node.
    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """A field of a value of ours as such, any other attribute by way of the sandbox."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write(f"(_of.{node.attr} if {node.attr!r} in environment.readable[type(_of := ")
        self.visit(node.node, frame)
        self.write(f")] else environment.getattr(_of, {node.attr!r}))")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A word or a macro as such, whatever else is called by way of the sandbox."""
        if forward_caller or not _is_short(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        # Only a name may be a word.
        may_be_word = isinstance(node.node, Name)
        if may_be_word:
            self._call_if(node, frame, "_do", "id", "in environment.words", first=True)
        if _is_escaped(frame):
            self._call_if(node, frame, "_do.told", "type", "is environment.Macro", first=not may_be_word)
        super().visit_Call(node, frame)
        self.write(")")

    def _call_if(self, node: Call, frame: Frame, called: str, asked: str, known: str, *, first: bool) -> None:
        """A call in short, where what is called is known; the name of that is `_do` from the first one on."""
        self.write(f"{called}(")
        for place, one in enumerate((*node.args, *node.kwargs)):
            self.write(", " if place else "")
            self.visit(one, frame)
        self.write(f") if {asked}(_do")
        if first:
            self.write(" := ")
            self.visit(node.node, frame)
        self.write(f") {known} else ")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro of the kind that the environment makes."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escapes(frame, finalize):
            self.write("(environment.escaped(_it) if type(_it := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escapes(frame, finalize):
            # What is marked as HTML stays as it is.
            self.write(") is str else _it if type(_it) is Markup else escape(_it))")
        else:
            super()._output_child_post(node, frame, finalize)


def _is_short(node: Call) -> bool:
    """Whether a call may be written down twice: not what is called with the outcome of a call."""
    named = not any(iskeyword(one.key) for one in node.kwargs)
    plain = node.dyn_args is None and node.dyn_kwargs is None and node.find(Call) is None
    return isinstance(node.node, (Name, Getattr)) and named and plain


def _escapes(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    """Whether it is known while the template is read that what it prints is escaped."""
    return _is_escaped(frame) and finalize.src is None


def _is_escaped(frame: Frame) -> bool:
    context = frame.eval_ctx
    return bool(context.autoescape) and not context.volatile
