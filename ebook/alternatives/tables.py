"""Facts about words that stand where the description of an image should: tables alone."""

from __future__ import annotations

from collections.abc import Mapping

GENERIC_OF: Mapping[str, str] = {
    "en": "image images img picture pictures photo photos photograph pic graphic figure fig illustration logo icon "
    "thumbnail thumb banner placeholder spacer untitled alt alttext null undefined none unknown featured hero cover "
    "screenshot avatar chart graph diagram infographic clipart jpg jpeg png gif svg webp",
    "de": "bild bilder foto fotos abbildung abb grafik symbolbild symbolfoto beispielbild archivbild archivfoto "
    "titelbild vorschaubild artikelbild beitragsbild autorenbild autorenfoto profilbild teaserbild produktbild "
    "platzhalter diagramm schaubild bildschirmfoto unbenannt unbekannt",
    "fr": "vignette icône graphique capture",
    "es": "imagen imágenes fotografía gráfico ilustración icono desconocido",
    "pt": "imagem imagens fotografia gráfico ilustração ícone",
    "it": "immagine immagini fotografia grafico illustrazione icona",
    "ca": "imatge gràfic",
    "nl": "afbeelding afbeeldingen plaatje grafiek illustratie pictogram",
    "sv": "bild bilden fotografi illustration",
    "da": "billede billeder billedet",
    "no": "bilde bilder bildet",
    "is": "mynd ljósmynd",
    "fi": "kuva kuvat valokuva kuvitus kuvake",
    "et": "pilt foto",
    "lv": "attēls fotoattēls",
    "lt": "nuotrauka paveikslėlis",
    "pl": "obraz obrazek zdjęcie fotografia rysunek ikona wykres",
    "cs": "obrázek fotografie snímek ikona graf",
    "sk": "obrázok fotografia snímka",
    "sl": "slika fotografija",
    "hr": "slika fotografija",
    "hu": "kép fénykép ábra ikon",
    "ro": "imagine imagini fotografie",
    "bg": "изображение снимка картинка",
    "ru": "изображение фото фотография картинка рисунок иллюстрация иконка логотип снимок",
    "uk": "зображення фото фотографія картинка малюнок",
    "sr": "слика фотографија",
    "el": "εικόνα φωτογραφία",
    "tr": "resim görsel fotoğraf görüntü simge",
    "id": "gambar foto",
    "eo": "bildo foto",
    "ar": "صورة صوره رسم شعار",
    "fa": "تصویر عکس",
    "ur": "تصویر",
    "he": "צילום תמונה צורה איור",
    "hi": "चित्र तस्वीर फोटो छवि",
    "th": "ภาพ รูป รูปภาพ",
    "zh": "图片 图像 照片 圖片 圖像 插图 插圖 配图 截图 图 圖",
    "ja": "画像 写真 図 イメージ アイキャッチ アイキャッチ画像 イラスト",
    "ko": "사진 이미지 그림",
}
"""Words that say that there is an image, and nothing else."""
GENERIC = frozenset(word for words in GENERIC_OF.values() for word in words.split())

QUALIFIERS = frozenset(
    "the a an this your our my no not s file stock representative representational feature blog post article author "
    "user users profile company brand site website page header main default sample preview small large big full size "
    "media content product item gallery slide attachment text tag here add insert new uploaded "
    "title lead teaser description caption available missing empty "
    "das der die ein eine des dem kein keine hier zum beitrag artikel autor symbol "
    "le la les un une l d de du en avant article auteur profil aucune mise "
    "el los las una del destacada destacado archivo perfil sin título artículo "
    "o os as um uma do da destaque destacada sem título perfil arquivo "
    "il lo gli evidenza in di repertorio articolo profilo senza titolo "
    "het een uitgelichte bij artikel profiel zonder titel "
    "главное без названия автора hình ảnh minh họa".split()
)
"""Words that make a generic word no more telling; alone they are no sign."""

PLACEHOLDERS: tuple[str, ...] = (
    r"(?:add |insert |enter |your |missing |no |the )?(?:image )?alt(?:ernative)?[ -]?text(?: here| missing)?",
    r"(?:enter |insert |add )?(?:an? |the )?(?:image|photo|picture) (?:description|caption)(?: here)?",
    r"description of (?:the |this )?(?:image|photo|picture)",
    r"no alt(?:ernative)? text provided.*",
    r"(?:there (?:is|are) )?no (?:photo |image |alternative )?(?:description|text)(?: available| provided).*",
    r"(?:this )?image has an empty alt attribute.*",
    r"image for post",
    r"article content",
    r"image (?:source|credit|unavailable|not found|not available|loading)",
    r"ree",
    r"(?:image )?may (?:contain|be an image of)\b.*",
    r"image may contain.*",
    r"this may contain.*",
    r"(?:illustration|thumbnail|image|photo) for (?:the )?article (?:titled?|entitled)\b.*",
    r"(?:\w+ )?placeholder",
    r"placeholder (?:for |image|photo|text).*",
    r"lorem ipsum.*",
    r"todo",
    r"tbd",
    r"xxx+",
    r".*\bfeatured image",
    r"(?:click|tap) (?:here )?(?:to|for) (?:zoom|enlarge|larger).*",
    r"open (?:image )?in (?:a )?lightbox",
    r".*description automatically generated.*",
    r".*automatisch generierte beschreibung.*",
    r".*description générée automatiquement.*",
    r"kein alternativer text.*",
    r"keine (?:foto|bild)beschreibung.*",
    r"bild könnte enthalten.*",
    r"möglicherweise ein bild von.*",
    r"texte alternatif",
    r"description de l.image",
    r"aucun texte alternatif.*",
    r"aucune description de photo.*",
    r"peut être une image de.*",
    r"texto alternativo",
    r"descripción de la imagen",
    r"no hay ninguna descripción.*",
    r"puede ser una imagen de.*",
    r"descrição da imagem",
    r"nenhuma descrição de foto.*",
    r"pode ser uma imagem de.*",
    r"sem texto alternativo.*",
    r"testo alternativo",
    r"descrizione dell.immagine",
    r"nessuna descrizione della foto.*",
    r"potrebbe essere un.immagine.*",
    r"alternatieve tekst",
    r"geen (?:fotobeschrijving|alternatieve tekst).*",
    r"kan een afbeelding zijn van.*",
    r"alternatywny tekst",
    r"tekst alternatywny",
    r"brak opisu.*",
    r"описание (?:изображения|картинки)",
    r"нет описания.*",
    r"alternativ text",
    r"vaihtoehtoinen teksti",
    r"代替テキスト",
    r"画像の説明",
    r"替代文字",
    r"替代文本",
    r"图片描述",
    r"대체 텍스트",
    r"이미지 설명",
    r"النص البديل",
    r"test(?:bild| image| photo)",
    r"alternativtext|alternativer text|kein alt-?text|bildbeschreibung|beschreibung des bildes",
    r"zum vergrößern .{0,20}",
    r"untitled design.{0,8}",
)
"""What programs and templates write before anybody has described the image; each is the whole text."""

CAMERAS = (
    r"_?img|_?dsc|dscn|dscf|dscp|_?mg|pict|pxl|mvimg|gopr|dji|vid|sam|cimg|hpim|imgp|kimg|wp|fb[ _]img|wa|img-wa|"
    r"whatsapp[ _]?(?:image|bild|photo)|signal|snapchat|scan|scanned|unnamed|untitled|unbenannt|image|"
    r"photo|foto|bild|imagen|imagem|immagine|screenshot|screen[ _-]?shot|screen[ _-]?capture|bildschirmfoto|"
    r"captura(?: de (?:pantalla|tela|ecrã))?|"
    r"capture(?: d.{1,3}cran)?|schermafbeelding|schermata|skärmavbild|skjermbilde|skærmbillede|zrzut ekranu|"
    r"снимок экрана|ekran resmi|スクリーンショット|屏幕截图|截屏|스크린샷"
)
"""How cameras, telephones and systems begin the names of what they save."""
AFTER_CAMERAS = (
    r"at|um|om|kl|à|às|alle|am|pm|uhr|copy|kopie|copia|copie|scaled|edited|edit|bearbeitet|crop|cropped|small|large|"
    r"final|web|hdr|pano|portrait|x|e|a|b|c|n|o|wa|of|von|de|sur|di"
)
"""Words that such names go on with."""
STOCK = (
    r"getty(?:images)?|shutterstock|istock(?:photo)?|adobe[ _-]?stock|depositphotos|dreamstime|"
    r"alamy|bigstock|fotolia|unsplash|pexels|pixabay|123rf|imago|telemmglpict|ap"
)
"""How picture agencies begin the names of their files; a number follows."""

CREDITS = (
    r"photos?|fotos?|photo credits?|photograph|picture|bild|bildquelle|bildnachweis|foto(?:grafie)?|credits?|crédits?|"
    r"crédit photo|créditos?|quelle|source|fuente|fonte|kuva|zdjęcie|фото|image credits?|image source|image courtesy|"
    r"photo courtesy|courtesy|copyright|©|\(c\)|illustrations?|illustrationen|grafik|graphic|infografik|"
    r"写真|撮影|图源|图片来源|사진"
)
"""Words before the name of whoever made a picture."""
AGENCIES = frozenset(
    "getty reuters afp dpa epa efe ansa belga keystone imago alamy shutterstock istock istockphoto unsplash pexels "
    "pixabay adobestock wikimedia flickr bloomberg xinhua pti fotolia depositphotos dreamstime zuma upi".split()
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
    "the a an of and or with in on at to from by for der die das und oder mit im von vom zum zur le la les et de du "
    "des avec el los las y con il e di del met en van het".split()
)
"""Words that no text ends with, unless it was cut."""
