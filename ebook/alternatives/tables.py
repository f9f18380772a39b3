"""Facts about words that stand where the description of an image should: tables alone."""

from __future__ import annotations

from collections.abc import Mapping

GENERIC_OF: Mapping[str, str] = {
    "en": "image images img picture pictures photo photos photograph pic graphic figure fig illustration logo icon "
    "thumbnail thumb banner placeholder spacer untitled alt alttext null undefined none unknown featured "
    "hero cover "
    "screenshot avatar chart graph diagram infographic clipart jpg jpeg png gif svg webp "
    "headshot gravatar screengrab screenshots videostill heic jfif",
    "de": "bild bilder foto fotos abbildung abb grafik symbolbild symbolfoto beispielbild archivbild archivfoto "
    "titelbild vorschaubild artikelbild beitragsbild autorenbild autorenfoto profilbild teaserbild produktbild "
    "platzhalter diagramm schaubild bildschirmfoto unbenannt unbekannt "
    "beispielfoto stockfoto genrebild genrefoto aufmacherbild aufmacher headerbild kopfbild vorschau "
    "bildergalerie fotostrecke videobild themenbild themenfoto",
    "fr": "vignette icône graphique capture aperçu photographie",
    "es": "imagen imágenes fotografía gráfico ilustración icono desconocido miniatura figura",
    "pt": "imagem imagens fotografia gráfico ilustração ícone figura miniatura foto",
    "it": "immagine immagini fotografia grafico illustrazione icona anteprima figura miniatura foto",
    "ca": "imatge gràfic",
    "nl": "afbeelding afbeeldingen plaatje grafiek illustratie pictogram beeld illustratiebeeld sfeerbeeld "
    "sfeerfoto archieffoto archiefbeeld stockfoto foto",
    "sv": "bild bilden fotografi illustration genrebild genrefoto arkivbild arkivfoto miniatyrbild foto",
    "da": "billede billeder billedet arkivfoto genrefoto modelfoto illustrationsfoto foto",
    "no": "bilde bilder bildet illustrasjonsbilde illustrasjonsfoto illustrasjon arkivbilde arkivfoto foto",
    "is": "mynd ljósmynd",
    "fi": "kuva kuvat valokuva kuvitus kuvake kuvituskuva arkistokuva",
    "et": "pilt foto",
    "lv": "attēls fotoattēls",
    "lt": "nuotrauka paveikslėlis",
    "pl": "obraz obrazek zdjęcie fotografia rysunek ikona wykres grafika ilustracja foto",
    "cs": "obrázek fotografie snímek ikona graf ilustrace foto",
    "sk": "obrázok fotografia snímka ilustrácia foto",
    "sl": "slika fotografija",
    "hr": "slika fotografija",
    "hu": "kép fénykép ábra ikon illusztráció fotó",
    "ro": "imagine imagini fotografie ilustrație foto",
    "bg": "изображение снимка картинка",
    "ru": "изображение фото фотография картинка рисунок иллюстрация иконка логотип снимок",
    "uk": "зображення фото фотографія картинка малюнок ілюстрація знімок",
    "sr": "слика фотографија",
    "el": "εικόνα φωτογραφία",
    "tr": "resim görsel fotoğraf görüntü simge foto arşiv",
    "id": "gambar foto",
    "eo": "bildo foto",
    "ar": "صورة صوره رسم شعار صور",
    "fa": "تصویر عکس",
    "ur": "تصویر",
    "he": "צילום תמונה צורה איור אילוסטרציה",
    "hi": "चित्र तस्वीर फोटो छवि",
    "th": "ภาพ รูป รูปภาพ",
    "zh": "图片 图像 照片 圖片 圖像 插图 插圖 配图 截图 图 圖 "
    "资料图 资料图片 資料圖片 示意图 示意圖 示意图片 缩略图 縮圖",
    "ja": "画像 写真 図 イメージ アイキャッチ アイキャッチ画像 イラスト "
    "イメージ画像 イメージ写真 資料写真 資料画像 サムネイル サムネイル画像 挿絵",
    "ko": "사진 이미지 그림 자료사진 이미지사진 썸네일",
}
"""Words that say that there is an image, and nothing else."""
GENERIC = frozenset(word for words in GENERIC_OF.values() for word in words.split())

QUALIFIERS = frozenset(
    "the a an this your our my no not s file stock representative representational feature blog post "
    "article author "
    "user users profile company brand site website page header main default sample preview small large big "
    "full size "
    "media content product item gallery slide attachment text tag here add insert new uploaded "
    "title lead teaser description caption available missing empty "
    "das der die ein eine des dem kein keine hier zum beitrag artikel autor symbol "
    "le la les un une l d de du en avant article auteur profil aucune mise "
    "el los las una del destacada destacado archivo perfil sin título artículo "
    "o os as um uma do da destaque destacada sem título perfil arquivo "
    "il lo gli evidenza in di repertorio articolo profilo senza titolo "
    "het een uitgelichte bij artikel profiel zonder titel "
    "главное без названия автора hình ảnh minh họa "
    "portrait thumb news lead primary secondary royalty free vector generic dummy inline "
    "ilustrativa ilustrativo ilustrativas referencial referenciales referencia meramente de archivo recurso "
    "illustrative illustratif prétexte à une d archives archivio illustrativa ter "
    "ilustracyjne poglądowe ilustrační ilustračné ilustrativă illusztratív ilustrativní archiwalne archivní "
    "иллюстративное архивное архива ілюстративне архівне temsili arşiv kuvituskuva "
    "أرشيفية توضيحية تعبيرية להמחשה ארכיון".split()
)
"""Words that make a generic word no more telling; alone they are no sign."""

CAMERAS = (
    r"_?img|_?dsc|dscn|dscf|dscp|_?mg|pict|pxl|mvimg|gopr|dji|vid|sam|cimg|hpim|imgp|kimg|wp|fb[ _]img|wa|img-wa|"
    r"whatsapp[ _]?(?:image|bild|photo)|signal|snapchat|scan|scanned|unnamed|untitled|unbenannt|image|"
    r"photo|foto|bild|imagen|imagem|immagine|picture|slide|media|download|images|"
    r"clip_?image|pasted(?:[ -](?:image|graphic))?|"
    r""
    r"screenshot|screen[ _-]?shot|screen[ _-]?capture|bildschirmfoto|"
    r"captura(?: de (?:pantalla|tela|ecrã))?|"
    r"capture(?: d.{1,3}cran)?|schermafbeelding|schermata|skärmavbild|skjermbilde|skærmbillede|zrzut ekranu|"
    r"снимок экрана|ekran resmi|スクリーンショット|屏幕截图|截屏|스크린샷"
)
"""How cameras, telephones and systems begin the names of what they save."""
AFTER_CAMERAS = (
    r"at|a la|la|s|um|om|kl|à|às|alle|am|pm|uhr|copy|kopie|copia|copie|scaled|edited|edit|bearbeitet|crop|"
    r"cropped|small|large|"
    r"final|web|hdr|pano|portrait|x|e|a|b|c|n|o|wa|of|von|de|sur|di"
)
"""Words that such names go on with."""
STOCK = (
    r"getty(?:images)?|shutterstock|istock(?:photo)?|adobe[ _-]?stock|depositphotos|dreamstime|"
    r"alamy|bigstock|fotolia|unsplash|pexels|pixabay|123rf|imago|telemmglpict|ap"
)
"""How picture agencies begin the names of their files; a number follows."""

STOCK_SITES = frozenset(
    "getty gettyimages istock istockphoto shutterstock unsplash pexels pixabay depositphotos dreamstime "
    "alamy fotolia "
    "adobestock freepik vecteezy giphy flickr bigstock 123rf rawpixel".split()
)
"""Names of shops and stores of pictures, which nobody shows; an agency such as Reuters may be shown by its sign."""
OWNERS = frozenset(
    "privat private privé supplied handout divulgação reprodução cortesía divulgación archiv archivo archives "
    "zvg".split()
)
"""What stands for a name in credits."""

CREDITS = (
    r"photos?|fotos?|photo credits?|photograph|picture|bild|bildquelle|bildnachweis|foto(?:grafie)?|"
    r"credits?|crédits?|"
    r"crédit photo|créditos?|quelle|source|fuente|fonte|kuva|zdjęcie|фото|image credits?|image source|image "
    r"courtesy|"
    r"photo courtesy|courtesy|copyright|©|\(c\)|illustrations?|illustrationen|grafik|graphic|infografik|"
    r"写真|撮影|图源|图片来源|사진"
)
"""Words before the name of whoever made a picture."""
AGENCIES = frozenset(
    "getty reuters afp dpa epa efe ansa belga keystone imago alamy shutterstock istock istockphoto unsplash pexels "
    "pixabay adobestock wikimedia flickr bloomberg xinhua pti fotolia depositphotos dreamstime zuma upi "
    "gettyimages "
    "scanpix ntb ritzau lehtikuva čtk anp lapresse aap sipa freepik giphy rawpixel vecteezy".split()
)
"""Names that stand for picture agencies wherever they stand."""
AGENCY_WORDS = frozenset(
    "images image ap associated press picture alliance stock adobe commons photo photos foto file handout via "
    "archive archiv all rights reserved tass nasa esa rex".split()
)
"""Words that stand beside such names in credits, and elsewhere too."""
NAME_JOINS = frozenset(
    "by von de du la le van der den di da dos del and und et y e via on for für auf the of & x".split()
)
"""Small words in the names of people and agencies, and between them."""
ARTICLES = frozenset("the a an der die das ein eine le la les un une el los las il lo gli het een o os as".split())
"""Words that begin what is shown rather than a name of several words."""
SMALL_PARTS = frozenset("of the in on at me to go a and by up out n de la du en le et y und im am".split())
"""Small words inside the names of things that are tied together: forget-me-not."""
ABOUT_FILES = frozenset(
    "file files saved saving save named called open opening datei gespeichert fichier archivo".split()
)
"""Words of a description that may end with the name of a file."""
LEFT_HANGING = frozenset(
    "the a an of and or with in on at to from by for der die das und oder mit im von vom zum zur le la les "
    "et de du "
    "des avec el los las y con il e di del met en van het".split()
)
"""Words that no text ends with, unless it was cut."""

SUBJECTS = frozenset(
    "news politics business technology tech health healthcare sports entertainment lifestyle opinion "
    "economy economics "
    "finance education science research culture society travel marketing productivity innovation sustainability "
    "leadership wellness wellbeing space crime gaming career careers "
    "politik wirtschaft kultur wissenschaft gesellschaft nachrichten bildung gesundheit forschung technik finanzen "
    "meinung panorama ratgeber nachhaltigkeit unterhaltung "
    "actualité actualités politique économie société santé sciences culture technologie éducation "
    "noticias política economía deportes cultura salud ciencia sociedad tecnología educación opinión "
    "economia saúde sociedade ciência tecnologia educação esportes esporte notícias "
    "notizie politica società salute scienza attualità cronaca tecnologia "
    "nieuws politiek economie gezondheid wetenschap cultuur onderwijs technologie "
    "nyheter ekonomi økonomi kultur hälsa helse sundhed uutiset talous terveys "
    "wiadomości polityka gospodarka zdrowie nauka zprávy politika ekonomika zdraví hírek gazdaság "
    "новости политика экономика общество культура наука здоровье новини політика економіка "
    "haberler siyaset ekonomi sağlık ニュース 政治 経済 社会 健康 "
    "新闻 经济 科技 뉴스 경제 정치 أخبار سياسة اقتصاد".split()
)
"""Names of the sections of newspapers and of the fields of advice: nothing that can be seen."""
LAYOUT = frozenset(
    "wide narrow bg background hero header footer mobile desktop tablet banner cta btn button thumb "
    "thumbnail default "
    "copy final retina old new section column left right block slider slide brand main top bottom sm md lg "
    "xl web".split()
)
"""Words by which whoever builds a page tells files apart."""
NUMBERED = frozenset(
    "image img picture pic photo bild foto abbildung imagen imagem immagine afbeelding beeld billede bilde "
    "kuva zdjęcie "
    "obraz obrázek kép imagine фото изображение рисунок зображення εικόνα resim görsel gambar".split()
)
"""Words before the number of a picture in a row."""
FORMATS = frozenset("avif bmp gif jfif jpg jpeg heic png svg tiff webp psd".split())
"""Endings of files, as words."""

ABOUT = (
    r"\b(?:in|from|with|of) this (?:blog ?)?(?:article|post|guide|tutorial|review)\b",
    r"\bthis (?:blog ?)?(?:article|post|guide|tutorial) (?:will|explains|covers|shows|looks|is|of|about|on)\b",
    r"^(?:learn|find out|discover|read|see|here'?s|check out) (?:more|everything|how|why|what you)\b",
    r"\bin (?:diesem|unserem) (?:blog-?)?(?:artikel|beitrag|ratgeber|blogbeitrag)\b",
    r"^(?:hier |jetzt )?(?:erfahren|lesen) sie\b",
    r"^(?:how to|wie (?:man|sie|du)|comment (?=\w+[ei]r\b)|cómo (?=\w+[aei]r\b)|come (?=\w+[aei]re\b))[^:]+$",
    r"\bdans (?:cet|notre) article\b|^d[ée]couvrez\b",
    r"\ben (?:este|nuestro) art[ií]culo\b|^descubr[ae]\b",
    r"\bneste artigo\b|^descubra\b|\bin questo articolo\b|^scopri(?:te)?\b|\bin dit artikel\b|^(?:ontdek|lees hier)\b",
    r"\bi (?:denne|den här|denna) artik[ek]?[el]+n?\b|\bw tym artykule\b|\bв этой статье\b|この記事|本文介绍|이 글에서",
)
"""Words that speak of the article, or invite to read it."""
LEAD_INS = (
    r"(?:an? |the |your |our )?(?:(?:ultimate|complete|beginner.?s|definitive|comprehensive|quick|easy|simple|"
    r"full|short|step-by-step) )*(?:guide|introduction|intro|review|overview|history)(?: to| of| on| for)",
    r"how to|what (?:is|are)(?: the| an?)?|why|when to|everything you need to know about|all about",
    r"(?:the )?(?:\d+ )?(?:best|top)(?: \d+)?|(?:the )?(?:top )?\d+",
    r"(?:ein |der |die |das )?(?:leitfaden|ratgeber|anleitung|einführung)(?: für| zu[rm]?| in)?"
    r"(?: (?:die|das|den|der))?|was (?:ist|sind)|wie man|die \d+ besten|die besten|alles über",
    r"(?:le |un )?guide (?:complet )?(?:de |du |des |pour )|comment|"
    r"les \d+ meilleurs?e?s?|les meilleure?s|qu.est-ce que?",
    r"(?:la |una )?gu[ií]a (?:completa )?(?:de |para )|cómo|los (?:\d+ )?mejores|las (?:\d+ )?mejores|qué (?:es|son)",
    r"(?:la |una )?guida (?:completa )?(?:a[l]?[la]? |di |per )|come|i (?:\d+ )?migliori|cos.è",
)
"""How titles of advice begin before they name their subject."""
