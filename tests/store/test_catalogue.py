"""The list of papers on the disk."""

from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store.catalogue import change_catalogue
from studylog.store.notebook import find


def test_a_list_that_is_not_utf8_is_refused_by_its_name_and_stays(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").touch()
    content = "- title: 잔차 신경망\n".encode("cp949")
    (tmp_path / "papers.yaml").write_bytes(content)

    with pytest.raises(StudylogError, match=r"papers\.yaml is not UTF-8"):
        change_catalogue(find(tmp_path), "Papers", lambda text: text + "- LoRA\n", dry_run=False)

    assert content == (tmp_path / "papers.yaml").read_bytes()
