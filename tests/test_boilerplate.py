"""Site furniture in plain text: what is marked, and what is story although it looks like it."""

import pytest

from retold.checker import language
from retold.checker.segment import segment

STORY = {
    "en": "The council put off the new bridge by two years on Monday, the mayor said.",
    "de": "Der Stadtrat hat den Bau der Brücke am Montag um zwei Jahre verschoben.",
    "fr": "Le conseil municipal a reporté lundi de deux ans la construction du pont.",
    "es": "El ayuntamiento aplazó el lunes dos años la construcción del puente.",
    "it": "Il consiglio comunale ha rinviato lunedì di due anni la costruzione del ponte.",
    "pt": "A câmara municipal adiou na segunda-feira por dois anos a construção da ponte.",
    "nl": "De gemeenteraad heeft de bouw van de brug maandag met twee jaar uitgesteld.",
    "pl": "Rada miejska odłożyła w poniedziałek budowę mostu o dwa lata.",
    "ru": "Городской совет в понедельник отложил строительство моста на два года.",
    "uk": "Міська рада в понеділок відклала будівництво мосту на два роки.",
    "tr": "Belediye meclisi yeni köprünün yapımını pazartesi günü iki yıl erteledi.",
    "ar": "قال رئيس البلدية يوم الاثنين إن المدينة أجلت بناء الجسر الجديد لمدة عامين.",
    "hi": "नगर परिषद ने सोमवार को नए पुल का निर्माण दो साल के लिए टाल दिया।",
    "ko": "시의회는 월요일 새 다리 건설을 2년 미루기로 했다.",
    "ja": "市議会は月曜日、新しい橋の建設を2年延期した。",
    "zh": "市议会周一将新桥的建设推迟两年。",
}

TAILS = {
    "en": [
        "Read also:",
        "- A bridge too old: what the $3 million bought",
        "- The river and its town",
        "You have read this page to the end. You can join our community for the price of a newspaper.",
        "We do this work because our readers support it. Become a member or donate.",
    ],
    "de": [
        "Lesen Sie auch:",
        "• Warum die alte Brücke gesperrt ist",
        "Unterstützen Sie unsere Arbeit mit einer Spende.",
        "Alle Rechte vorbehalten.",
    ],
    "fr": [
        "À lire aussi",
        "Pourquoi l'ancien pont est fermé",
        "Abonnez-vous à notre newsletter pour recevoir nos articles.",
        "© Le Quai. Tous droits réservés.",
    ],
    "es": ["Lea también:", "- Por qué cerró el puente viejo", "Suscríbete a nuestro boletín y síguenos."],
    "it": ["Leggi anche", "Perché il vecchio ponte è chiuso", "Iscriviti alla nostra newsletter."],
    "pt": ["Leia também:", "- Porque fechou a ponte velha", "Assine a nossa newsletter e apoie o nosso trabalho."],
    "nl": ["Lees ook:", "- Waarom de oude brug dicht is", "Steun onze journalistiek en word lid."],
    "pl": ["Czytaj także:", "- Dlaczego stary most zamknięto", "Wesprzyj naszą redakcję. Dołącz do nas."],
    "ru": ["Читайте также:", "- Почему закрыт старый мост", "Подписывайтесь на наш телеграм-канал."],
    "uk": ["Читайте також:", "- Чому закрито старий міст", "Підписуйтесь на наш канал у Telegram."],
    "tr": ["İlgili haberler", "Eski köprü neden kapalı", "Bültenimize abone olun, bizi takip edin."],
    "ar": ["اقرأ أيضا:", "- لماذا أغلق الجسر القديم", "اشترك في نشرتنا البريدية وتابعونا على قناتنا."],
    "hi": ["यह भी पढ़ें:", "- पुराना पुल क्यों बंद है", "हमारे चैनल को सब्सक्राइब करें और हमें फॉलो करें।"],
    "ko": ["관련 기사", "- 옛 다리는 왜 닫혔나", "독자 여러분의 후원을 기다립니다."],
    "ja": ["関連記事", "・古い橋はなぜ閉鎖されたか", "ニュースレターの登録はこちらからお願いします。"],
    "zh": ["相关阅读：", "- 旧桥为何关闭", "欢迎订阅我们的电子报，支持我们。"],
}


def kinds(*paragraphs: str, tag: str = "en") -> list[str]:
    """The kind of each paragraph."""
    segments = segment("\n".join(paragraphs), tag)
    by_paragraph = {s.paragraph: s.kind for s in segments}
    return [by_paragraph[number] for number in sorted(by_paragraph)]


@pytest.mark.parametrize("tag", TAILS)
def test_what_follows_a_story(tag):
    assert kinds(STORY[tag], STORY[tag], *TAILS[tag], tag=tag) == ["body"] * 2 + ["boilerplate"] * len(TAILS[tag])


@pytest.mark.parametrize("tag", STORY)
def test_a_story_alone_has_none(tag):
    assert kinds(STORY[tag], STORY[tag], tag=tag) == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: A. Example / Agency", "boilerplate"),
        ("(Photo by Lena Example)", "boilerplate"),
        ("Ruth Example and Ola Sample contributed reporting.", "boilerplate"),
        ("(Reporting by Ruth Example; editing by Ola Sample)", "boilerplate"),
        ("This report was first published on Monday.", "boilerplate"),
        ("Read more: Why the old bridge closed", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("© 2023 Example News. All rights reserved.", "boilerplate"),
        ("We use cookies to improve this site.", "boilerplate"),
        ("FILE - The old bridge in 2019.", "caption"),
        ("Workers on the old bridge. (Example/Getty Images)", "caption"),
    ],
)
def test_lines_inside_a_story(line, kind):
    assert kinds(STORY["en"], STORY["en"], line, STORY["en"]) == ["body", "body", kind, "body"]


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("About 2,000 people subscribe to the town's newsletter, the council said.", "en"),
        ("The mayor told residents to “sign up for our newsletter” and “donate today”.", "en"),
        ("“We need your support,” she told our reporter after the vote.", "en"),
        ("The firm shares photos: users like them.", "en"),
        ("An inquiry followed investigative reporting by a local paper on the bridge.", "en"),
        ("The related costs were not disclosed.", "en"),
        ("By Monday the river had risen by two metres.", "en"),
        ("By noon all roads were closed", "en"),
        ("She is the author of two books on rivers, and her party supports the bridge.", "en"),
        ("Die Zeitung verlor 2.000 Abonnements, sagte ein Sprecher.", "de"),
        ("Von den Spenden wurde die Brücke bezahlt.", "de"),
        ("Газета потеряла две тысячи подписчиков, сообщил редактор.", "ru"),
        ("신문사는 구독자 2천 명을 잃었다고 밝혔다.", "ko"),
        ("该报失去了两千名订阅者，编辑说。", "zh"),
    ],
)
def test_story_that_looks_like_furniture(line, tag):
    assert kinds(STORY[tag], line, STORY[tag], tag=tag) == ["body"] * 3
    assert kinds(STORY[tag], STORY[tag], line, tag=tag) == ["body"] * 3


def test_byline_and_time_stamp_at_the_top():
    top = ["Council delays bridge", "By Ruth Example and Ola Sample", "Published: 2023-04-18"]
    assert kinds(*top, STORY["en"], STORY["en"]) == ["headline", "boilerplate", "boilerplate", "body", "body"]


def test_a_list_in_the_middle_ends_where_the_story_goes_on():
    assert kinds(STORY["en"], "Related:", "- One link", "- Another link", STORY["en"], STORY["en"]) == [
        "body", "boilerplate", "boilerplate", "boilerplate", "body", "body",
    ]  # fmt: skip


def test_a_list_of_the_story_is_story():
    assert kinds(STORY["en"], "The council decided:", "- to wait", "- to save", STORY["en"])[1:4] == ["body"] * 3


def test_a_text_that_is_nothing_else_is_compared_all_the_same():
    assert kinds("Photo: A. Example") == ["body"]


LISTS = {
    "boilerplate": (
        "related", "lines", "credits", "agencies", "captions", "notes", "note_starts", "bios", "legal", "appeals",
        "address", "calls", "bylines",
    ),
    "metadata": ("published",),
    "segmentation": ("titles", "numbered", "common", "final", "starters", "reporting", "after_quote"),
}  # fmt: skip


@pytest.mark.parametrize("tag", language.shipped())
def test_the_data_of_every_language(tag):
    for name, keys in LISTS.items():
        section = language.load(tag).section(name)
        for key in keys:
            phrases = section.get(key, [])
            assert all(isinstance(phrase, str) and phrase.strip() for phrase in phrases), (tag, key)
            assert len(set(phrases)) == len(phrases), (tag, key)
            if name == "segmentation":
                assert not any(phrase.endswith(".") for phrase in phrases), (tag, key)
            else:
                assert phrases == [phrase.replace("İ", "i").lower() for phrase in phrases], (tag, key)
        assert section[keys[0]] or name == "segmentation"
