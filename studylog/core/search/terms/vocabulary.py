"""The words that search knows: particles and endings of Korean, and function words of English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never a part of the word before them.
SURE = _words(
    """
    은 는 을 를 에 와 에서 에게 에게서 한테 으로 까지 부터 처럼 보다 마다 밖에 조차 에는 에도 에만
    에서는 에서도 에서만 에서의 에게는 에게도 으로는 으로도 으로만 으로서 으로써 까지는 까지도 까지만
    부터는 부터의
    """
)
# These may belong to a word as well (정확도, 기울기): it is kept beside its stem. Of those that begin with a
# consonant, that is the final one of the syllable before them: 나눈다 is 나누 and ㄴ다.
_AMBIGUOUS = _words(
    # particles
    """
    이 가 의 로 과 도 만 나 들 님 씨 쯤 씩 들이 들은 들을 들의 들도 로는 로도 로만 로서 로써 와의 과의
    과는 와는 이나 이랑 랑 만큼 마저 대로 같이 라도 이라도 이든 이란 란 하고 님이 님은 님의 님께 님도
    만을 만이 만은 으로의 에의
    """
    # 이다
    """
    이다 입니다 입니까 이에요 이예요 예요 이고 이며 이면 인데 인데요 인가 인가요 인지 이라 이라고 라고
    이라는 라는 이라면 라면 이라서 라서 이어서 이므로 이니까 니까 이지만 일까 일까요 일지 이었다 였다
    이었던 였던 이지 이죠 이던
    """
    # 하다
    """
    하다 한다 하는 한 할 함 하고 하면 하게 하기 하지 하며 하여 하던 하네 하죠 해서 해도 해야 해 했다
    했던 했는데 했고 했을 했어요 했습니다 합니다 합니까 하나요 하는데 하는지 하려면 하려고 하도록 하므로
    하니까 하지만 하거나 하자 하자고 할까 할까요 할지 할수록 한다는 한다고 한다면 해요 하세요 하셨는데
    하시는데 하라는 하라고
    """
    # 되다, 시키다
    """
    되다 된다 되는 된 될 됨 되고 되면 되게 되기 되지 되며 되어 되어서 되던 되도록 되므로 되니까 되지만
    돼 돼서 돼요 됐다 됐던 됐는데 됐어요 됐습니다 되었다 되었던 되었습니다 됩니다 됩니까 되나요 되는데
    되는지 될까 될까요 될지 된다는 된다고 된다면 되네 시키다 시킨다 시키는 시킨 시킬 시키고 시키면
    시키기 시켜 시켜서 시킵니다 시켰다
    """
    # other verbs
    """
    는데 는데요 는지 는가 는다 는다는 는다고 는다면 나요 지만 으면 면 면서 으면서 으며 며 거나 고 고서 서
    게 기 지 어 어서 어요 어도 어야 아 아서 아요 아도 아야 었다 었는데 었던 었고 었을 었어요 었습니다
    았다 았는데 았던 았고 았을 았어요 았습니다 습니다 습니까 은데 은데요 은지 은가 은가요 려고 려면
    으려고 으려면 도록 더니 던 던데 네 네요 죠 요 다고 다는 다면 니 자 잖아 잖아요 아지는 어지는 아진다
    어진다 스럽다 스러운 스럽게
    """
    # endings that begin in the syllable before them
    """
    ㄴ다 ㄴ다는 ㄴ다고 ㄴ다면 ㄴ데 ㄴ데요 ㄴ지 ㄴ가 ㄴ가요 ㄴ걸 ㄹ까 ㄹ까요 ㄹ지 ㄹ지도 ㄹ수록 ㄹ게요
    ㄹ래 ㄹ래요 ㅂ니다 ㅂ니까 ㅂ시다 ㅆ다 ㅆ는데 ㅆ는데요 ㅆ던 ㅆ고 ㅆ을 ㅆ어요 ㅆ습니다 ㅆ나요 ㅆ지만
    ㅆ다고 ㅆ다는 ㅆ네요 ㅆ죠 ㅆ거든요 ㅆ더니 ㅆ으면 ㅆ지 ㅆ네
    """
)
ENDINGS = SURE | _AMBIGUOUS
# Too common to be worth a term together with their neighbour.
FUNCTION_WORDS = _words(
    """
    a an and are as at be but by can do does for from had has have he her his how i if in into is it its me
    my no not of on one or our out she so than that the their them then there they this to up us was we were
    what when where which who why will with would you your
    """
)
