"""The Python that templates become: what pages do most stands in it without a call.

That is to read the fields of our values, and to escape text. The sandbox has told beforehand which fields may
be read, and remembers text that was escaped; everything else is asked as jinja2 would.
"""

from keyword import iskeyword

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr


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


def _escapes(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    """Whether it is known while the template is read that what it prints is escaped."""
    context = frame.eval_ctx
    return bool(context.autoescape) and not context.volatile and finalize.src is None
