"""Whether a name of one text has left a trace in another, in any script and without a recogniser of names.

A name that is no common word keeps its sound. So its consonants are looked for in the other text: among the words
where that is written in Latin or Cyrillic letters, in the stream of sounds where it is not (Путин, 普京, プーチン).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from retold.checker.mentions.name_letters import ascii_words, script_of
from retold.checker.mentions.name_spelling import given_names, profiles_of_scripts, skeleton, word_score
from retold.checker.mentions.phrases import WORD
from retold.checker.model import Article, Segment

_TOKENS = re.compile(f"[{WORD}'’]+")
_ALIKE = 0.76
_ALIKE_FOREIGN = 0.82
_ALIKE_KANA = 0.66
"""From this score on a word may be another spelling: a trace, if no proof."""
_STEM = 4
_MOST_ALIKE = 100
"""Words of one sound that a name is held against: more of them only very long texts have."""
_MOST_COMPARED = 3000
"""After so many letter by letter comparisons a text is taken to have every name: it is a list, not a story."""
_HARDLY = 55.0
_ENDING = 5
_ADJECTIVE = 7
_CONSONANTS = 50
_OF_PLACES = re.compile(
    r"(?<=[a-z]{3})sk(?:iy|ii|aya|oye|oe|iye|ogo|oi|oy|omu|im|om|uyu|ie|ikh|imi|a|e|oho|ii|yi|oju|u)$"
)
"""What Slavic languages make an adjective of a place's name with."""
_PARTICLES = "과와은는이가을를의에도로"
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]+")
_SYLLABLES = re.compile(
    "["
    "阿埃艾爱愛安昂奥奧敖巴拜班邦包保鲍鮑贝貝北本比彼毕畢宾賓冰波玻伯博卜布查昌彻徹茨慈楚达達大戴丹当當道德登邓鄧"
    "迪狄蒂底帝东東杜敦顿頓多厄恩尔爾耳法凡范范方菲非费費芬丰豐佛弗夫福富盖蓋甘冈岡高戈歌格葛根贡貢古瓜圭哈海汉漢"
    "汗豪赫黑亨洪胡华華怀懷惠霍基吉季加嘉贾賈简簡杰金津京久居卡开開凯凱坎康考柯科可克肯孔库庫夸奎昆拉莱萊赖賴兰蘭"
    "朗劳勞勒雷蕾黎里理利莉立丽麗连連廉良列林琳凌留柳龙龍隆卢盧鲁魯路吕呂伦倫伦罗羅洛马馬玛瑪迈邁麦麥曼芒毛梅门門"
    "蒙孟米密敏明默摩莫姆墨慕穆纳納娜奈南内內尼妮年涅宁寧牛纽紐农農努女诺諾欧歐帕派潘庞龐佩彭皮平珀普奇契恰强強乔喬"
    "切钦欽琴丘邱让讓热熱日荣榮茹儒瑞若撒萨薩塞赛賽三桑瑟森沙莎山珊尚绍紹舍舍申生圣聖施什石史士舒朔思斯丝絲松"
    "苏蘇孙孫索塔泰坦汤湯唐陶特滕提蒂廷通图圖托陀瓦万萬旺威韦韋为维維伟偉魏温溫文翁沃乌烏吾伍武西希锡錫席夏香肖歇谢謝"
    "欣辛星幸雄休修许許雪逊遜雅亚亞延扬揚杨楊耶叶葉伊易因英永尤于约約泽澤曾扎札詹占张張章哲珍芝知治中忠朱兹茲祖佐黛蔡岑蓓碧琪琼瓊"
    "匹诸諸裴夕奧蘿萝費費歷历滿满瀋鄂粵遼宾辛慶庆漢艺蓝邵翠妲妮娅婭娃婉薇刘劉堡时時木齐齊浩白甫冯馮顾顧郝捷晋柬迦伽咖珂蔻璞蒲菩提摄廖浓穗宗宋萍萌茵荷莹莺菊蒋诗赞赵逸郎酉采钱锦门阔陈陶雯霞霭韩预鲜麻齿"
    "翰斐侯芭娥谷勃喀腾铁弥仑硕纪纲姬佳珈川聪存槐卓缪聂"
    "]{2,}"
)
"""Chinese characters in which foreign names are written (after the tables of the Xinhua agency and common use)."""
_PIECE = 200
_HEARD = {1: 100.0, 2: 100.0, 3: 66.0, 4: 74.0}
_HEARD_LONG = 70.0
_JAPANESE = re.compile(r"(?:(?:[ksnhmrgzdbp]y?|ch|sh|ts|[tfjyw])?[aeiou]|n(?![aeiou]))+")
_PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiou]{1,3})(?:ng|n|r)?)+")
_KOREAN = frozenset("kim park choi jung kang yoon jang lim shin kwon hwang ahn moon bae baek".split())
_SMALL = frozenset("aeiouyh")
_PINYIN_AS = str.maketrans("qjcxzgbfdrmwv", "ssssskpptlnaa")
_LATIN = str.maketrans("qjczgbfdrmwv", "kskskpptlnaa")
_LETTERS_AS = (("tch", "s"), ("tsch", "s"), ("ch", "s"), ("sh", "s"), ("ph", "f"), ("x", "ks"))


class Trail:
    """The words and sounds of a text, or of some of its segments, made ready to look for names."""

    def __init__(self, text: str, script: str) -> None:
        self.script = script
        self.han = script in ("han", "kana")
        self._words: dict[str, bool] = {}
        self._by_start: dict[str, list[str]] = {}
        self._spelled = ""
        self._compared = 0
        self._runs: list[str] = []
        self._kanji = False
        if script in ("latin", "cyrillic"):
            for token in dict.fromkeys(_TOKENS.findall(text)):
                for word in ascii_words(token):
                    self._add(word, token, not token[:1].islower())
                    adjective = _OF_PLACES.search(word) if script == "cyrillic" else None
                    if adjective:
                        self._add(word[: adjective.start()], "")
        else:
            self._kanji = bool(re.search("[\u3400-\u9fff]{2}", text))
            for token in dict.fromkeys(_TOKENS.findall(text)):
                if token.isascii():
                    for word in ascii_words(token):
                        self._add(word, token)
                elif not self.han:
                    self._add_foreign(token)
            if self.han:
                for token in dict.fromkeys(_KATAKANA.findall(text)):
                    self._add_foreign(token)
                text = _KATAKANA.sub(" ", text)
                self._runs = [
                    _once("".join(ascii_words(run)), _PINYIN_AS)
                    for run in dict.fromkeys(_SYLLABLES.findall(text.replace("星期", " ")))
                ]
                self._spelled = "".join("".join(ascii_words(text[i : i + _PIECE])) for i in range(0, len(text), _PIECE))

    def _add_foreign(self, token: str) -> None:
        word = "".join(ascii_words(token))
        self._add(word, token)
        if self.script == "arabic":
            for _ in range(3):
                if word[:2] == "al" and len(word) > 4:
                    word = word[2:]
                elif word[:1] in ("w", "b", "l", "f", "k") and len(word) > 3:
                    word = word[1:]
                else:
                    break
                self._add(word, token)
        elif self.script == "hangul":
            first = 1 if len(token) == 2 and token[1] in _PARTICLES else 2
            for end in range(first, min(len(token), 6)):
                self._add("".join(ascii_words(token[:end])), token)

    def _add(self, word: str, token: str, is_name: bool = True) -> None:
        apart = "'" in token or "’" in token
        if apart:
            for part in re.split("['’]", token):  # d'Emin, İzmir'de
                if len(part) > 2:
                    self._add("".join(ascii_words(part)), part)
        if word not in self._words and len(word) < 40:
            self._words[word] = is_name or apart
            self._by_start.setdefault(word[:_STEM], []).append(word)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        """The names among the words, by what they begin with."""
        found: dict[str, list[str]] = {}
        for word, is_name in self._words.items():
            if is_name:
                found.setdefault(_first_sound(word), []).append(word)
        return found

    def holds(self, word: str) -> bool:
        """Whether a name stands here letter by letter."""
        return self._words.get(word, False)

    def has_word(self, word: str, script: str = "latin", loosely: float = 0.0) -> bool:
        """Whether a word in plain small letters, written in `script`, may stand here in some spelling or ending.

        `loosely` is taken off the likeness that is asked for: beside a given name that is found less will do.
        """
        if word in self._words:
            return True
        if len(word) >= _STEM and any(
            abs(len(other) - len(word)) <= _ADJECTIVE for other in self._by_start.get(word[:_STEM], ())[:_MOST_ALIKE]
        ):
            return True
        if script == "han":
            return self._has_chinese(word)
        if len(word) > 2:
            for sound in _first_sounds(word):
                if any(
                    self._alike(word, other, script, loosely) for other in self._by_sound.get(sound, ())[:_MOST_ALIKE]
                ):
                    return True
        return self.han and self._hears(word)

    def _alike(self, word: str, other: str, script: str, loosely: float) -> bool:
        from rapidfuzz.fuzz import ratio

        if abs(len(other) - len(word)) > _ENDING:
            return False
        if script == self.script and ratio(word, other) < _HARDLY:
            return False
        sounds = skeleton(other)
        if all(ratio(skeleton(each), sounds) < _CONSONANTS for each in _softened(word)):
            return False
        if given_names(word) & (given_names(other) | given_names(other.removesuffix("s"))):
            return True
        self._compared += 1
        if self._compared > _MOST_COMPARED:
            return True
        scripts = frozenset((self.script, script))
        alike = _ALIKE_FOREIGN if scripts & {"indic", "arabic"} else _ALIKE_KANA if "kana" in scripts else _ALIKE
        score = word_score(word, other, profiles_of_scripts(scripts))
        if score < alike and len(scripts) > 1:
            score = max(word_score(each, other, profiles_of_scripts(scripts)) for each in _softened(word))
        if score < alike and other.endswith("s") and not word.endswith("s"):  # a genitive
            score = word_score(word, other[:-1], profiles_of_scripts(scripts))
        return score >= alike - loosely

    def _has_chinese(self, word: str) -> bool:
        """Whether a name in Chinese characters, read as pinyin, sounds like a name here."""
        from rapidfuzz.fuzz import partial_ratio

        sounds = _once(word, _PINYIN_AS)
        for others in self._by_sound.values():
            for other in others[:_MOST_ALIKE]:
                for sound in _variants(other):
                    if len(sound) <= len(sounds) and partial_ratio(sound, sounds) >= _HEARD.get(
                        len(sound), _HEARD_LONG
                    ):
                        return True
        return False

    def _hears(self, word: str) -> bool:
        """Whether a name is heard among Chinese characters: as pinyin, or in characters that spell foreign names."""
        if word in self._spelled:
            return True
        if self.script == "kana":  # the Japanese write foreign names in kana
            return False
        from rapidfuzz.fuzz import partial_ratio

        for sound in _variants(word):
            if not sound:
                return True
            needed = _HEARD.get(len(sound), _HEARD_LONG)
            for run in self._runs:
                if len(sound) <= len(run) and partial_ratio(sound, run, score_cutoff=needed) >= needed:
                    return True
                if len(sound) == len(run) + 1 > 3 and partial_ratio(run, sound) >= 90:
                    return True
        return False

    def silent_on(self, words: Sequence[str]) -> bool:
        """Whether the script may write this name in a way that is not heard: a Japanese name in Chinese characters."""
        if not self.han or not self._kanji:
            return False
        if self.script == "kana":
            return all(_JAPANESE.fullmatch(word) or _PINYIN.fullmatch(word) for word in words)
        return all(_JAPANESE.fullmatch(word) for word in words) or bool(_KOREAN & set(words))


_ALSO_BEGIN = {
    "c": "ks", "g": "ks", "j": "skl", "h": "kl", "x": "ks", "w": "pl", "y": "s", "t": "ts", "z": "st", "k": "ks",
    "s": "st",
}  # fmt: skip
"""The consonants with which other scripts may begin a word that begins so: c and g soft or hard, ch and th."""
_MAY_BE_SILENT = frozenset("hwjkyz")


@lru_cache(maxsize=65536)
def _first_sounds(word: str) -> tuple[str, ...]:
    """The consonants with which another spelling of a word may begin; the second where the first may be silent."""
    sounds = skeleton(word)
    more = [*_ALSO_BEGIN.get(word[:1], ""), *("k" if "h" in word[:3] or word[1:2] == "x" else "")]
    silent = [sounds[1:2]] if word[:1] in _MAY_BE_SILENT else []
    return tuple(dict.fromkeys((sounds[:1], *more, *silent)))


@lru_cache(maxsize=65536)
def _softened(word: str) -> tuple[str, ...]:
    """A word, and the same with c and g before e and i as they sound in many languages, without silent letters."""
    soft = re.sub(r"g(?=[eiy])", "j", re.sub(r"c(?=[eiy])", "s", word))
    heard = re.sub(r"(?<=[aeiou])(?:gh|h)(?![aeiou])", "", soft.replace("xc", "ks").replace("x", "ks"))
    return tuple(dict.fromkeys((word, soft, heard)))


@lru_cache(maxsize=65536)
def _first_sound(word: str) -> str:
    return skeleton(word)[:1]


@lru_cache(maxsize=65536)
def _variants(word: str) -> tuple[str, ...]:
    """The consonants of a Latin word as Chinese may spell them: soft c and g, silent letters; v and w are vowels."""
    soft = re.sub(r"g(?=[eiy])", "j", re.sub(r"c(?=[eiy])", "s", word))
    plain = re.sub(r"gh|(?<=[aeiou])w(?![aeiou])", "", soft)
    hard = re.sub(r"th", "s", plain)
    loose = re.sub(r"r(?![aeiou])", "", plain)
    spelled = (plain, word, hard, loose, plain.replace("ng", "n"))
    return tuple(dict.fromkeys(_sounds(each) for each in spelled))


def _sounds(word: str) -> str:
    for written, sound in _LETTERS_AS:
        word = word.replace(written, sound)
    return _once(word, _LATIN)


def _once(word: str, classes: Mapping[int, int]) -> str:
    out: list[str] = []
    for char in word.translate(classes):
        if char not in _SMALL and (not out or out[-1] != char):
            out.append(char)
    return "".join(out)


def trail(article: Article, segments: Sequence[Segment] = ()) -> Trail:
    """What can be heard in an article, or in some of its segments; made once for each."""
    key = ("trail", segments[0].index if segments else -1, segments[-1].index if segments else -1)
    if key not in article.memo:
        text = article.text[segments[0].start : segments[-1].end] if segments else article.text
        article.memo[key] = Trail(text, script(article))
    found: Trail = article.memo[key]
    return found


def script(article: Article) -> str:
    """The script of an article's language, by its data."""
    from retold.checker import language

    written = language.load(article.language).section("meta").get("script", "")
    names = {"Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Deva": "indic", "Kore": "hangul", "Jpan": "kana"}
    return names.get(written, "han" if str(written).startswith("Han") else script_of(article.text[:400]))
