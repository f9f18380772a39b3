"""Link texts that say nothing: "here", "read more", a bare address. Words of many languages, matched as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "en": "here|click here|tap here|press here|click|this|this link|this page|this article|this site|"
    "this website|link|links|the link|more|read more|see more|learn more|find out more|show more|"
    "view more|more info|more information|more details|details|info|continue|continue reading|"
    "keep reading|read on|read|read this|read it here|read here|see here|download|source|website|"
    "web site|page|click this link|follow this link|go|visit|full story|read full story|"
    "read the full article|full article|read article|view|open|see|see this|that|it|watch|watch here|"
    "listen|listen here",
    "fr": "ici|cliquez ici|cliquer ici|ce lien|lien|ce site|cette page|en savoir plus|savoir plus|"
    "lire la suite|la suite|lire|lire plus|voir plus|voir|plus|plus d'infos|plus d’infos|"
    "plus d'informations|détails|suite|suivre ce lien|télécharger",
    "de": "hier|hier klicken|klicken sie hier|klick hier|link|dieser link|diese seite|mehr|mehr lesen|"
    "mehr erfahren|weiter|weiterlesen|weitere informationen|mehr infos|details|lesen|lesen sie mehr|"
    "lesen sie hier|zum artikel|ansehen|quelle",
    "es": "aquí|aqui|haga clic aquí|haz clic aquí|clic aquí|pulse aquí|enlace|este enlace|más|leer más|"
    "ver más|saber más|seguir leyendo|continuar leyendo|más información|detalles|este sitio|"
    "esta página|leer|ver|descargar",
    "it": "qui|clicca qui|cliccate qui|link|questo link|di più|leggi|leggi tutto|leggi di più|"
    "per saperne di più|continua|continua a leggere|scopri di più|altro|dettagli|questa pagina|vedi",
    "pt": "aqui|clique aqui|este link|link|mais|leia mais|saiba mais|ler mais|ver mais|continue lendo|"
    "continuar a ler|mais informações|detalhes|esta página",
    "nl": "hier|klik hier|link|deze link|meer|lees meer|lees verder|meer lezen|meer informatie|meer info|"
    "verder lezen|details",
    "sv": "här|klicka här|länk|denna länk|mer|läs mer|läs vidare|mer information|fortsätt läsa",
    "da": "her|klik her|link|mere|læs mere|læs videre|mere information",
    "nb": "her|klikk her|lenke|mer|les mer|les videre|mer informasjon",
    "fi": "tästä|täältä|tässä|klikkaa tästä|linkki|lisää|lue lisää|jatka lukemista|lisätietoja",
    "pl": "tu|tutaj|kliknij tutaj|kliknij|link|więcej|czytaj więcej|czytaj dalej|dowiedz się więcej|szczegóły|zobacz",
    "cs": "zde|tady|klikněte zde|odkaz|více|číst dále|čtěte dále|více informací|celý článek",
    "sk": "tu|kliknite sem|odkaz|viac|čítať ďalej|viac informácií",
    "hu": "itt|ide|kattintson ide|link|tovább|bővebben|részletek",
    "ro": "aici|click aici|link|mai mult|citește mai mult|citiți mai mult|detalii",
    "tr": "burada|buraya|buraya tıklayın|tıklayın|bağlantı|devamı|devamını oku|daha fazla|ayrıntılar",
    "ca": "aquí|feu clic aquí|enllaç|més|llegir més|més informació",
    "id": "di sini|klik di sini|disini|tautan|selengkapnya|baca selengkapnya|baca juga",
    "vi": "tại đây|ở đây|đây|xem thêm|đọc thêm|chi tiết",
    "ru": "здесь|тут|ссылка|по ссылке|по этой ссылке|сюда|нажмите здесь|подробнее|читать далее|далее|читать|ещё|еще",
    "uk": "тут|посилання|за посиланням|докладніше|детальніше|читати далі|далі|більше",
    "bg": "тук|линк|повече|прочетете повече|още|виж",
    "sr": "овде|ovde|više|детаљније|opširnije|прочитајте више",
    "el": "εδώ|κάντε κλικ εδώ|σύνδεσμος|περισσότερα|διαβάστε περισσότερα|δείτε",
    "ar": "هنا|اضغط هنا|انقر هنا|الرابط|رابط|المزيد|اقرأ المزيد|للمزيد|التفاصيل",
    "fa": "اینجا|اینجا کلیک کنید|لینک|بیشتر|ادامه|ادامه مطلب|بیشتر بخوانید",
    "he": "כאן|לחצו כאן|לחץ כאן|קישור|עוד|קרא עוד|להמשך קריאה|לפרטים",
    "hi": "यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|लिंक|और पढ़ें|और|अधिक जानकारी",
    "th": "ที่นี่|คลิกที่นี่|ลิงก์|อ่านต่อ|เพิ่มเติม|อ่านเพิ่มเติม",
    "ja": "こちら|ここ|ここをクリック|こちらをクリック|リンク|続きを読む|もっと見る|詳しくはこちら|詳細|"
    "詳細はこちら|もっと読む",
    "zh": "这里|這裡|這裏|此处|此處|点击这里|點擊這裡|点此|點此|链接|連結|更多|阅读更多|閱讀更多|查看更多|"
    "详情|詳情|了解更多|了解詳情",
    "ko": "여기|여기를 클릭|여기를 클릭하세요|링크|더 보기|더보기|자세히|자세히 보기|계속 읽기",
}
"""By language; a text is vague in whatever language it stands, for links are read out of their sentences."""
SAYS_DESCRIPTION = re.compile(
    r"\b(?:descri|transcri|text(?:ual)? (?:version|alternative|equivalent)|alt(?:ernative)? text|data\b|"
    r"version texte|version textuelle|données|tableau de données|(?:bild|lang)?beschreibung|textfassung|"
    r"textversion|transkri|daten|versión (?:en |de )?text|datos|trascri|versione testuale|dati\b|dados|"
    r"versão (?:em )?text|(?:lange )?beschrijving|tekstversie|gegevens|(?:billed)?beskriv|udskrift|tekstversion|"
    r"utskrift|bildbeskriv|opis|wersja tekstowa|dane\b|описание|расшифровка|текстовая версия|данные)|"
    r"وصف|بيانات|תיאור|נתונים|説明|データ|テキスト版|说明|說明|描述|数据|數據|文字版|설명|데이터|텍스트",
    re.I,
)
"""What the summary of a `details` says where it holds the words for the picture beside it."""
_VAGUE = frozenset(phrase for phrases in PHRASES.values() for phrase in phrases.split("|"))
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?|(?:[\w-]+\.)+[a-z]{2,}/\S+", re.I)


def says_nothing(text: str) -> bool:
    """Whether a link text says nothing of where the link goes."""
    return _EDGES.sub("", " ".join(text.casefold().split())) in _VAGUE


def is_address(text: str) -> bool:
    """Whether a link text is an address and nothing else."""
    return bool(_ADDRESS.fullmatch(text.strip()))
