"""Which names mean one paper: pairs that do, pairs that do not, and laws that hold for any."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.findings import Place
from studylog.core.grammar.state.papers import titles_in
from studylog.core.model import NotePaper, Paper
from studylog.core.papers.gathered import NotePapers, gather_papers
from studylog.core.papers.slides import Shown
from studylog.core.people.roster import Roster

# One is planned, the other presented; both as people write them.
SAME = (
    ("VGG-16", "VGG"),
    ("VGG16", "VGG-16"),
    ("VGG-16 (2014)", "VGG"),
    ("XceptionNet", "Xception"),
    ("GoogleNet(Inception-v1)", "Inception-v1"),
    ("Inception-v1", "GoogLeNet (Inception-v1)"),
    ("GoogLeNet", "GoogleNet"),
    ("EfficientNet v2", "EfficientNetV2"),
    ("EfficientNetV2: Smaller Models and Faster Training", "EfficientNet v2"),
    ("ResNet-50", "ResNet"),
    ("ResNet-152 (2015)", "ResNet"),
    ("DenseNet-121", "DenseNet"),
    ("MobileNetV1", "MobileNet"),
    ("YOLO v3", "YOLOv3"),
    ("YOLOv1", "YOLO"),
    ("SSD300", "SSD"),
    ("U-Net", "UNet"),
    ("Faster R-CNN", "Faster RCNN"),
    ("Attention Is All You Need", "attention is all you need"),
    ("“Attention Is All You Need” (2017)", "Attention is all you need"),
    ("BERT: Pre-training of Deep Bidirectional Transformers", "BERT"),
    ("CLIP", "CLIP: Learning Transferable Visual Models From Natural Language Supervision"),
    ("Batch Normalization", "batch-normalization"),
    ("ResNet 논문 리뷰", "ResNet"),
    ("[논문] ResNet", "ResNet"),
    ("(1) Xception", "Xception"),
    ("ViT (Vision Transformer)", "Vision Transformer"),
    ("word2vec", "Word2Vec"),
    ("PointNet++", "PointNet ++"),
    ("배치 정규화", "배치정규화"),
    ("배치 정규화".encode().decode(), "\u1107\u1162\u110e\u1175 \u110c\u1165\u11bc\u1100\u1172\u1112\u116a"),
    ("RetinaNet", "Retina-Net"),
)
DIFFERENT = (
    ("ResNet", "ResNeXt"),
    ("ResNeXt-50", "ResNet-50"),
    ("ResNet", "DenseNet"),
    ("Inception-v3", "Inception-v4"),
    ("Inception-v1", "Inception-v2"),
    ("Inception-v4", "Inception-ResNet"),
    ("GoogleNet(Inception-v1)", "Inception-v3"),
    ("BERT", "RoBERTa"),
    ("BERT", "ALBERT"),
    ("DistilBERT", "BERT"),
    ("BERT: Pre-training of Deep Bidirectional Transformers", "RoBERTa: A Robustly Optimized BERT Approach"),
    ("GPT-2", "GPT-3"),
    ("GPT", "GPT-2"),
    ("GPT-3.5", "GPT-3"),
    ("GPT-3.5", "GPT"),
    ("GPT-3.5", "GPT-35"),
    ("YOLOv3", "YOLOv4"),
    ("YOLO", "YOLOv2"),
    ("YOLOv10", "YOLO"),
    ("YOLOv1", "YOLOv11"),
    ("YOLO", "YOLO9000"),
    ("ViT", "DeiT"),
    ("Swin", "Swin V2"),
    ("Swin Transformer", "Swin Transformer V2"),
    ("DETR", "Deformable DETR"),
    ("EfficientNet", "EfficientNetV2"),
    ("EfficientNet", "EfficientNet v2"),
    ("EfficientNet", "EfficientDet"),
    ("MobileNetV2", "MobileNetV3"),
    ("MobileNet", "MobileNetV2"),
    ("MobileNet", "ShuffleNet"),
    ("VGG-16", "VGG-19"),
    ("PointNet", "PointNet++"),
    ("DeepLabv3", "DeepLabv3+"),
    ("DeepLab", "DeepLabv2"),
    ("StyleGAN", "StyleGAN2"),
    ("GAN", "WGAN"),
    ("GAN", "CycleGAN"),
    ("MoCo", "MoCo v2"),
    ("T5", "mT5"),
    ("LLaMA", "LLaMA 2"),
    ("LLaMA 3", "LLaMA 3.1"),
    ("Fast R-CNN", "Faster R-CNN"),
    ("R-CNN", "Mask R-CNN"),
    ("SENet", "SegNet"),
    ("LSTM", "ConvLSTM"),
    ("Transformer", "Transformer-XL"),
    ("DQN", "Double DQN"),
    ("AlphaGo", "AlphaGo Zero"),
    ("ResNet (CVPR 2016)", "DenseNet (CVPR 2016)"),
    ("CLIP: Learning Visual Models From Language", "CLIP: Cross-Lingual Image Pairs for Search"),
    ("Attention is not Explanation", "Attention is not not Explanation"),
    ("Paper 10", "Paper 12"),
    ("VGG-16 (2014)", "VGG (2019)"),
    ("배치 정규화", "층 정규화"),
)
FIRST = date(2026, 9, 1)


def paper(written: str, role: str = "presented", line: int = 1, **more: object) -> NotePaper:
    """A paper as a heading or a row writes it."""
    titles = titles_in(written)
    return NotePaper(
        tuple(title.name for title in titles),
        Place("notes/a.md", line),
        role,  # type: ignore[arg-type]
        aliases=tuple(alias for title in titles for alias in title.aliases),
        year=next((title.year for title in titles if title.year), None),
        **more,  # type: ignore[arg-type]
    )


def gathered(papers: Sequence[NotePaper]) -> tuple[Paper, ...]:
    """The papers of notes, each of which has one."""
    notes = [
        NotePapers([Shown(f"notes/{number}.md", FIRST + timedelta(number), one)], [])
        for number, one in enumerate(papers)
    ]
    return gather_papers(notes, Roster(), lambda note, reference: None)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_plan_meets_what_happened(one: str, other: str) -> None:
    for planned, shown in ((one, other), (other, one)):
        assert 1 == len(gathered([paper(planned, "planned"), paper(shown)]))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_plan_does_not_meet_what_is_only_like_it(one: str, other: str) -> None:
    for planned, shown in ((one, other), (other, one)):
        assert 2 == len(gathered([paper(planned, "planned"), paper(shown)]))


def test_all_that_are_different_stay_different_together() -> None:
    apart = [
        "ResNet",
        "ResNeXt",
        "DenseNet",
        "Inception-v3",
        "Inception-v4",
        "BERT",
        "RoBERTa",
        "GPT-2",
        "GPT-3",
    ]
    assert len(apart) == len(gathered([paper(title) for title in apart]))


def test_what_was_matched_by_its_likeness_is_said() -> None:
    (one,) = gathered([paper("VGG-16", "planned"), paper("VGG", line=7), paper("vgg 16", line=9)])
    assert ["VGG"] == [guess.name for guess in one.guesses]
    assert [7] == [guess.place.line for guess in one.guesses]
    assert () == gathered([paper("VGG"), paper("vgg")])[0].guesses


def test_the_same_number_is_the_same_paper() -> None:
    papers = [
        paper("ResNet", arxiv="1512.03385"),
        paper("Deep Residual Learning for Image Recognition", arxiv="1512.03385", doi="10.1109/cvpr.2016.90"),
        paper("He et al.", doi="10.1109/cvpr.2016.90"),
    ]
    assert 1 == len(gathered(papers))


def test_other_numbers_speak_against_a_guess() -> None:
    assert 2 == len(gathered([paper("VGG-16", arxiv="1409.1556"), paper("VGG", arxiv="1503.00001")]))


def test_where_two_cannot_be_one_nothing_between_them_is_guessed() -> None:
    papers = [paper("VGG-16", arxiv="1409.1556"), paper("VGG"), paper("VGG-16")]
    assert 1 == len(gathered(papers))
    papers = [
        paper("Xception", arxiv="1610.02357"),
        paper("XceptionNet", arxiv="1701.00001"),
        paper("Xception-71"),
    ]
    assert 3 == len(gathered(papers))


def test_what_only_counts_up_is_a_paper_each() -> None:
    titles = ["Assignment", *(f"Assignment {number}" for number in range(10, 30))]
    assert len(titles) == len(gathered([paper(title) for title in titles]))


def test_the_team_has_the_last_word() -> None:
    told = NotePaper(("VGG",), Place("papers.yaml"), "described", aliases=("깊은 그물",), unlike=("VGG-16",))
    papers = gathered([told, paper("VGG-16"), paper("깊은 그물")])
    assert [("VGG", ("깊은 그물",)), ("VGG-16", ())] == sorted((one.title, one.aliases) for one in papers)


TITLES = st.sampled_from(
    [*(one for pair in (*SAME[:24], *DIFFERENT[:30]) for one in pair), "arXiv:1512.03385"]
)
PAPERS = st.builds(
    lambda title, role, arxiv, line: paper(title, role, line, arxiv=arxiv),
    TITLES,
    st.sampled_from(["presented", "planned", "described"]),
    st.sampled_from([None, None, None, "1512.03385", "1409.1556"]),
    st.integers(1, 90),
)


def together(papers: Sequence[NotePaper]) -> set[frozenset[int]]:
    """Which of the presentations are of one paper, by their lines."""
    notes = [NotePapers([Shown("notes/a.md", FIRST, one)], []) for one in papers]
    found = gather_papers(notes, Roster(), lambda note, reference: None)
    return {frozenset(place.line for place in one.presented) for one in found}


@given(st.lists(PAPERS, max_size=8, unique_by=lambda one: one.place.line), st.randoms(use_true_random=False))
def test_the_order_of_notes_does_not_tell_what_is_one(papers: list[NotePaper], random: object) -> None:
    mixed = list(papers)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert together(papers) == together(mixed)


@given(TITLES, TITLES)
def test_being_one_is_mutual(one: str, other: str) -> None:
    assert len(gathered([paper(one), paper(other)])) == len(gathered([paper(other), paper(one)]))


@given(st.lists(PAPERS, max_size=8))
def test_no_two_papers_have_one_id_and_nothing_is_lost(papers: list[NotePaper]) -> None:
    found = gathered(papers)
    assert len(found) == len({one.id for one in found})
    shown = sum(each.role == "presented" for each in papers for _ in each.titles)
    # A heading with two titles that are one paper is one presentation of it.
    assert sum(len(one.presented) for one in found) <= shown
    assert {place.path for one in found for place in one.presented} == {
        f"notes/{number}.md" for number, each in enumerate(papers) if each.role == "presented" and each.titles
    }
