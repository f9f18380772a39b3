"""Facts about the lines that sites put around articles: which are a site's for certain, which may be.

`is_sure`: nobody but a site writes such a line. `is_likely`: an author may write it too ("Save", "Comments"), so
what stands around it has to decide. `is_section`: a menu's words. English, French, German, Spanish, Italian,
Portuguese and Dutch.
"""

from __future__ import annotations

import re

LONGEST = 140
"""Furniture is short; a longer line is the author's, but for what `is_notice` knows."""
LONGEST_NOTICE = 320
"""Characters of a cookie or sign-up notice."""


def _phrases(table: str) -> frozenset[str]:
    """The phrases of a table, parted by bars and line ends."""
    return frozenset(p.strip() for p in re.split(r"[|\n]", table) if p.strip())


SURE = _phrases("""
    ad | ads | advertisement | advertising | sponsored | sponsored content | ad feature | paid content
    promoted content
    article continues below | continue reading | continue reading below | supported by | paid post | promoted
    #alternate | skip to content | skip to main content | back to top | back to homepage | go back to top
    open navigation menu
    toggle navigation | open menu | close menu | toggle menu | my account | home page | homepage | skip navigation
    share article | share story | share post | share link | copy link | copied | link copied | save for later
    save article | pin it | tweet this | email this | print this | print article | share this | listen to this article
    related articles | related stories | related content | related posts | related coverage | related topics
    recommended for you | recommended stories | recommended articles | recommended content | trending now
    most popular | most read | most viewed | popular posts | you may also like | you might also like
    you may also be interested in | you might be interested in | editor's picks | editors' picks | editors picks
    more stories | more articles | more news | more coverage | up next | don't miss | read next
    more from this section
    sign up | sign up now | sign in | log in | login | subscribe | subscribe now | subscribe today | subscribe here
    register now | register here | create account | create a free account | enter your email address | email address
    your email address | please enter a valid email address | our newsletters | newsletter sign-up | newsletter signup
    support independent journalism | donate now | subscribe to continue reading | unlock this article
    accept cookies | accept all cookies | accept all | reject all | manage preferences | cookie settings
    cookie policy
    cookie preferences | privacy policy | terms of use | terms of service | do not sell my personal information
    follow us | like us | find us | open in app | play audio | leave a comment | leave a reply | post a comment
    leave a reply cancel reply | cancel reply | add a comment | write a comment | view comments | show comments
    hide comments | load comments | read comments | load more comments | no comments | no comments yet | load more
    join the conversation | join the discussion | all rights reserved | loading | view gallery | view slideshow
    previous article | next article | previous post | next post | previous story | next story | older posts
    newer posts
    report a correction or typo | report an error | report a typo | request a correction | reprints
    enlarge this image | toggle caption | hide caption | show caption | view image in fullscreen
    open image in new tab
    click to enlarge | image source | scroll to continue | story continues below
    manage your privacy | manage privacy | your privacy choices | we value your privacy | sort by newest
    sort by oldest | most recent | proudly powered by wordpress | powered by wordpress | like loading...
    view original | report this ad
    copier le lien | envoyer par e-mail | partager par e-mail | réutiliser ce contenu | gestion des cookies
    article réservé aux abonnés | continuer sans accepter | gérer mes choix | paramétrer les cookies
    diesen beitrag teilen | diesen artikel teilen | beitrag drucken | gefällt mir | gefällt mir wird geladen
    kein beitrag mehr verpassen | mit stolz präsentiert von wordpress | cookies akzeptieren | nur notwendige cookies
    copiar enlace | ir a los comentarios | configurar cookies | compartir en whatsapp | enviar por correo
    tu suscripción se está usando en otro dispositivo | lo más visto | archivado en | normas de participación
    publicité | la suite après cette publicité | aller au contenu | aller au contenu principal | retour en haut
    retour en haut de page | haut de page | partager l'article | partager cet article | partager sur facebook
    à lire aussi | lire aussi | lire la suite | voir aussi | articles similaires | articles liés | sur le même sujet
    les plus lus | vous aimerez aussi | s'abonner | abonnez-vous | s'inscrire | se connecter | tout accepter
    tout refuser | mentions légales | politique de confidentialité | tous droits réservés | laisser un commentaire
    ajouter un commentaire | aucun commentaire | voir les commentaires | article suivant | article précédent
    anzeige | werbung | zum inhalt springen | zum inhalt | zum hauptinhalt springen | nach oben | zum seitenanfang
    artikel teilen | beitrag teilen | teilen auf facebook | link kopieren | mehr zum thema | lesen sie auch
    das könnte sie auch interessieren | das könnte dich auch interessieren | meistgelesen | ähnliche artikel
    ähnliche beiträge | verwandte artikel | weiterlesen | newsletter abonnieren | jetzt abonnieren | jetzt anmelden
    alle akzeptieren | alle ablehnen | impressum | datenschutz | datenschutzerklärung | cookie-einstellungen
    alle rechte vorbehalten | kommentar schreiben | kommentare anzeigen | keine kommentare | nächster artikel
    vorheriger artikel | nächster beitrag | vorheriger beitrag | zur startseite | artikel drucken | artikel anhören
    publicidad | anuncio | saltar al contenido | ir al contenido | volver arriba | compartir en facebook
    compartir este artículo | compartir artículo | te puede interesar | también te puede interesar | lea también
    lee también | artículos relacionados | noticias relacionadas | más leídas | lo más leído | suscríbete
    suscribirse
    iniciar sesión | aceptar todo | aceptar cookies | aviso legal | política de privacidad | política de cookies
    todos los derechos reservados | deja un comentario | dejar un comentario | ver comentarios | sin comentarios
    artículo siguiente | artículo anterior | seguir leyendo
    pubblicità | vai al contenuto | torna su | condividi su facebook | condividi questo articolo | leggi anche
    potrebbe interessarti | potrebbe interessarti anche | articoli correlati | i più letti | iscriviti alla newsletter
    abbonati | accedi | accetta tutti | informativa sulla privacy | tutti i diritti riservati | lascia un commento
    nessun commento | articolo successivo | articolo precedente | continua a leggere
    publicidade | ir para o conteúdo | pular para o conteúdo | voltar ao topo | compartilhar no facebook
    compartilhe este artigo | partilhar este artigo | leia também | leia mais | veja também | artigos relacionados
    notícias relacionadas | mais lidas | você também pode gostar | assine | assine a newsletter | entrar
    aceitar todos os cookies | política de privacidade | todos os direitos reservados | deixe um comentário
    deixe o seu comentário | nenhum comentário | próximo artigo | artigo anterior | continue lendo | continua a ler
    advertentie | naar de inhoud | ga naar de inhoud | naar boven | terug naar boven | deel dit artikel
    deel op facebook | lees ook | lees verder | lees meer | gerelateerde artikelen | meest gelezen
    schrijf je in | aanmelden voor de nieuwsbrief | abonneer je | alles accepteren | alles weigeren | privacybeleid
    alle rechten voorbehouden | plaats een reactie | geef een reactie | geen reacties | volgend artikel
    vorig artikel
""")
"""Whole lines that are the site's wherever they stand."""

BUTTONS = _phrases("""
    share | tweet | email | e-mail | print | save | whatsapp | facebook | twitter | linkedin | reddit | pinterest
    telegram | flipboard | messenger | menu | close | search | register | comments | related | recommended | trending
    popular | donate | newsletter | newsletters
    partager | imprimer | enregistrer | rechercher | commentaires | fermer
    teilen | drucken | merken | suche | suchen | schließen | speichern
    compartir | imprimir | guardar | buscar | comentarios | cerrar
    condividi | stampa | salva | cerca | commenti | chiudi
    compartilhar | partilhar | salvar | pesquisar | comentários | fechar
    delen | afdrukken | opslaan | zoeken | reacties | sluiten
""")
"""Whole lines that are on buttons around articles, and that authors write in them too."""

LIKELY = BUTTONS | _phrases("""
    instagram | youtube | tumblr | bluesky | mastodon | threads | tiktok | rss | comment | view all | see all
    show more | see more | read more | more | home | about | about us | contact | contact us | careers | advertise
    help | faq | sitemap | terms | privacy | cookies | stay informed | stay connected | tags | topics | next | previous
    copy | bookmark | listen | follow | reply | like | sponsor | subscriptions | settings | profile | log out | cart
    us edition | uk edition | international edition
    envoyer | recherche | accueil | suivant | précédent | écouter | qui sommes-nous
    kommentare | startseite | kontakt | über uns | weiter | zurück | anmelden | abo | hilfe | agb
    inicio | portada | contacto | siguiente | anterior
    chi siamo | contatti | successivo | precedente
    início | contato | próximo
    accept | decline | reject | dismiss | contribuer | refuser | aceptar | rechazar | configurar | normas | ablehnen
    más información | akzeptieren
    over ons | volgende | vorige | inloggen | abonneren
""")
"""Those, and the entries of menus and feet: in a plain text, where places tell."""

SECTIONS = LIKELY | _phrases("""
    news | world | politics | business | opinion | opinions | tech | technology | science | health | sport
    sports | arts
    art | books | style | food | travel | magazine | video | videos | podcasts | podcast | events | jobs
    shop | store
    culture | lifestyle | life | entertainment | film | movies | music | tv | television | environment
    climate | money
    finance | markets | economy | education | local | national | international | us | u.s. | uk | europe
    asia | africa
    weather | photos | pictures | gallery | galleries | games | crossword | crosswords | obituaries | reviews
    analysis
    features | explainer | explainers | investigations | archive | archives | latest | latest news | live | radio
    fashion | cars | autos | real estate | property | family | history | society | law | energy | space | design
    community | forum | forums | blog | blogs | resources | products | services | pricing | support | team | press
    documentation | docs | download | downloads | gear | comment is free | editorials | letters | columnists | topics
    actualité | actualités | monde | politique | économie | société | culture | sciences | santé | sports
    vidéos | idées
    international | planète | environnement | cinéma | livres | musique | emploi | voyage | météo
    politik | wirtschaft | gesellschaft | kultur | wissen | wissenschaft | gesundheit | reise | meinung | ausland
    inland | panorama | digital | netzwelt | geschichte | auto | stil | leben | nachrichten | wetter | regional
    noticias | mundo | política | economía | opinión | deportes | cultura | ciencia | salud | tecnología | sociedad
    internacional | españa | américa | estilo | viajes | gente | televisión | tiempo
    notizie | cronaca | esteri | economia | cultura | spettacoli | scienza | salute | tecnologia | viaggi | motori
    notícias | brasil | esportes | ciência | saúde | opinião | entretenimento | cotidiano | educação | desporto
    nieuws | binnenland | buitenland | politiek | economie | cultuur | wetenschap | gezondheid | sport
    opinie | reizen
""")
"""What menus hold."""

RELATED = _phrases("""
    related | related articles | related stories | related content | related posts | related coverage | related topics
    related news | related reading | recommended | recommended for you | recommended stories | recommended articles
    trending | trending now | popular | popular posts | most popular | most read | most viewed | you may also like
    you might also like | you may also be interested in | you might be interested in | editor's picks | editors' picks
    editors picks | more stories | more articles | more news | more coverage | more from this section | read next
    up next | don't miss | latest news | latest stories | latest posts | recent posts | recent articles | top stories
    more on this story | more on this topic | more on this | in this section
    à lire aussi | lire aussi | articles similaires | articles liés | sur le même sujet | les plus lus
    vous aimerez aussi
    mehr zum thema | das könnte sie auch interessieren | das könnte dich auch interessieren | meistgelesen
    ähnliche artikel | ähnliche beiträge | verwandte artikel | lesen sie auch
    te puede interesar | también te puede interesar | artículos relacionados | noticias relacionadas | más leídas
    lo más leído | lo más visto | archivado en | más información
    leggi anche | potrebbe interessarti | potrebbe interessarti anche | articoli correlati
    i più letti
    leia também | veja também | artigos relacionados | notícias relacionadas | mais lidas | você também pode gostar
    lees ook | gerelateerde artikelen | meest gelezen
""")
"""What stands over the titles of other articles."""

NETWORKS = r"facebook|twitter|x\.com|linkedin|whatsapp|reddit|telegram|pinterest|flipboard|messenger|instagram|youtube"
"""Names that a line of share buttons is made of."""
_SURE_PATTERNS = re.compile(
    rf"""(?:
      (?:previous|next|older|newer)\s+(?:article|post|story|page|entry)s?\s*[|/·-]?\s*(?:previous|next|older
      |newer)\s*(?:article|post|story|page|entry)s?
    | (?:story|article)\s+continues\s+below.*|advertisement\s*[-–—]\s*.{{0,60}}|scroll\s+(?:down\s+)?to\s+continue.*
      |continue\s+reading\s+.{{0,60}}
    | (?:please\s+)?share\s+(?:this\s+(?:article|story|post|page|link|entry|via|on|with|:|!)|(?:on
      |via)\s+\S+).{{0,30}}
      |(?:email|print|tweet|save|send)\s+this(?:\s+(?:article|page|post|story))?
    | (?:(?:{NETWORKS}|\bx\b|e-?mail|print|copy\s+link|share|tweet)[\s|,·•/]*+){{3,}}
    | (?:(?:{NETWORKS})\s*[|,·•/]?\s*){{2,}}
    | (?:read|see|watch|listen)\s+(?:more|also|next|now)\s*[:|–—-].*
    | (?:related|recommended|more)\s+(?:articles?|stories|story|content|reading|news|posts?|links?|coverage
      |topics|from\s+.{{1,40}})?\s*:.*
      |related(?:\s+(?:roundups?|videos?|reads?|forums?|guides?))?\s*:.*|on\s+[\w.-]{{3,40}}\.(?:com|org|net|[a-z]{{2}})\s*:.*
      |(?:last\s+)?updated\s+(?:at|on)\s+\d.{{0,30}}|(?:mis\s+à\s+jour|aktualisiert|actualizado|aggiornato|bijgewerkt)
      \s+(?:à|le|um|am|a\s+las|el|às|em|alle|il|om|op)\s+\d.{{0,30}}
      |.{{0,40}}\brequires\s+javascript\b.{{0,40}}|more\s+from\s+(?!.*\b(?:than|the\s+same)\b).{{1,40}}
    | (?:sign|log)\s*-?\s*(?:up|in)\s+(?:for|to|with)\s+(?:our\b.{{0,60}}
      |(?:\S+\s){{0,6}}newsletters?\b.{{0,40}}|(?:leave\s+a\s+)?comment|continue\b.{{0,20}})
      |subscribe\s+(?:to|now|today|for|here)\b.{{0,100}}|already\s+a\s+(?:subscriber|member)\b.*
    | (?:get|join|receive)\s+(?:our|the|your)\b.{{0,60}}\b(?:newsletter|inbox|alerts?|updates)\b.{{0,60}}
      |.{{0,80}}\b(?:delivered|sent|straight|direct)\s+(?:straight\s+|right\s+
      |directly\s+)?to\s+your\s+inbox\b.{{0,40}}|enter\s+your\s+e-?mail.{{0,60}}
      |thank\s+you\s+for\s+(?:subscribing|signing\s+up).{{0,40}}|.{{0,90}}\bunsubscribe\s+at\s+any\s*time\b.{{0,40}}
      |by\s+(?:signing\s+up|subscribing|registering|clicking)\b.{{0,40}}\byou\s+(?:agree|consent)\b.*
      |your\s+(?:subscription|donation|membership|contribution)\s+(?:makes|helps|keeps|funds|supports
      |allows)\b.{{0,90}}
      |your\s+e-?mail\s+address\s+will\s+not\s+be\s+published.*|required\s+fields\s+are\s+marked.*
    | (?:follow|like|find)\s+us\s+on\b.{{0,80}}|follow\s+\S+\s+on\s+(?:{NETWORKS}).{{0,40}}|download\s+(?:the
      |our)\s+.{{0,30}}\bapp\b.{{0,40}}
      |listen\s+to\s+(?:this\s+)?(?:article|story)(?:\s+\d+\s+min\w*)?
    | \d+\s*-?\s*min(?:ute)?s?\.?\s+(?:read|de\s+lecture|lesezeit|de\s+lectura|di\s+lettura|de\s+leitura|leestijd)
      |(?:estimated\s+)?(?:reading|read)\s+time\s*:?.{{0,20}}|(?:lesezeit|temps\s+de\s+lecture
      |tiempo\s+de\s+lectura|tempo\s+di\s+lettura)\s*:?\s*\d.{{0,20}}
    | \d+\s+(?:comments?|shares?|likes?|views?|replies|commentaires?|kommentare?|comentarios?|commenti
      |comentários?|reacties?)
      |(?:comments?|commentaires|kommentare|comentarios|commenti|comentários|reacties)\s*\(\d+\)
      |(?:show|hide|load|view|read)\s+(?:\d+\s+)?(?:all\s+)?(?:more\s+)?(?:comments?|replies)
    | il\s+vous\s+reste\s+\d+\s?%\s+de\s+cet\s+article.{{0,40}}|suscríbete\s+(?:por|desde)\s+\d.{{0,40}}
      |(?:puedes\s+)?(?:seguir|sigue)\s+a\s+.{{2,40}}\s+en\s+(?:{NETWORKS}|x)\b.{{0,100}}
      |(?:deine|ihre)\s+e-?mail-?adresse\s+wird\s+nicht\s+veröffentlicht.*|votre\s+adresse\s+e-?mail\s+ne\s+sera\s+pas\s+publiée.*
      |(?:tu|su)\s+(?:dirección\s+de\s+)?correo\s+electrónico\s+no\s+será\s+publicad.*
      |(?:veröffentlicht|publié|publicado|archivé)\s+(?:in|dans|en)\s*:.{{0,60}}|we\s+and\s+our\s+(?:\d+\s+)?partners\b.*
      |(?:lesezeit|temps\s+de\s+lecture|tiempo\s+de\s+lectura)\s*:?\s*(?:ca\.\s*)?\d+\s*min\w*\.?
    | ©.{{0,100}}|\(c\)\s*\d{{4}}.{{0,80}}|copyright\s*(?:©|\(c\))?\s*\d{{4}}.{{0,80}}
      |.{{0,40}}\ball\s+rights\s+reserved\b.{{0,40}}
    | (?:image|photo)\s+\d+\s+of\s+\d+|filed\s+under\s*:.{{0,100}}|posted\s+in\s*:?.{{0,60}}|(?:view
      |see)\s+(?:the\s+)?(?:full\s+)?(?:gallery|slideshow)
    | click\s+here\s+(?:to|for)\b.{{0,80}}|tap\s+to\s+.{{0,40}}|support\s+(?:our
      |independent)\s+journalism.{{0,80}}|page\s+\d+\s+of\s+\d+
    | (?:lire|voir)\s+(?:aussi|également)\s*[:|].*|à\s+lire\s+(?:aussi|également)\s*[:|].*|(?:lesen\s+sie
      |lies)\s+(?:auch|hier|dazu)\s*[:|].*
      |mehr\s+(?:zum\s+thema|dazu)\s*[:|].*|(?:lea|lee|vea|leia|veja|leggi|guarda)\s+(?:también|también|também
      |mais|anche)\s*[:|].*|(?:lees|bekijk|zie)\s+ook\s*[:|].*
    | (?:suivez|retrouvez)-nous\s+sur\b.{{0,60}}|folgen\s+sie\s+uns\b.{{0,60}}|síguenos\s+en\b.{{0,60}}
      |seguici\s+su\b.{{0,60}}|siga-nos\b.{{0,60}}|volg\s+ons\s+op\b.{{0,60}}
    | (?:teilen|partager|compartir|condividi|compartilhar|partilhar|delen)\s+(?:auf|sur|en|su|no|em|op)\s+\S+
    )""",
    re.I | re.X,
)
_LIKELY_PATTERNS = re.compile(
    r"""(?:
      share\s+(?:this|on|via|it|with)\b.{0,12}|subscribe\s+(?:to|now|today|for|here)\b.{0,100}
    | register\s+(?:now|here|for\s+free)
    | \d+\s*[- ]?(?:min(?:ute)?s?)\.?|\d+\s*/\s*\d+|page\s+\d+
    | (?:tags?|topics?|categor(?:y|ies)|keywords?|mots-clés|schlagw(?:orte|örter)|themen|etiquetas|temas
      |tag)\s*:.{0,100}
    | (?:[\w&]+(?:\s[\w&]+)?\s*[|·•]\s*){3,}[\w&]+(?:\s[\w&]+)?
    | (?:home|accueil|startseite|inicio|início)\s*[>›»/|].{1,100}
    )""",
    re.I | re.X,
)
_NOTICE = re.compile(
    r"""(?:we|this\s+(?:web)?site|our\s+(?:web)?site|nous|ce\s+site|wir|(?:diese|unsere)\s+(?:web)?s(?:ei|i)te|utilizamos|usamos
      |utilizziamo|este\s+sitio|este\s+site|questo\s+sito|wij|deze\s+(?:web)?site)
      \b.{0,60}\b(?:cookies|store\s+and/or\s+access)\b.*
    | we\s+value\s+your\s+privacy\b.*|by\s+continuing\s+to\s+(?:browse|use)\b.*\bcookies\b.*""",
    re.I | re.X | re.S,
)
_ASKS = re.compile(
    r"\b(?:accept|agree|reject|manage|continu\w+|learn more|improve|"
    r"accepter|akzeptieren|mehr erfahren|ablehnen|aceptar|rechazar|accetta\w*|aceitar|accepteren)\b",
    re.I,
)
_CREDIT = re.compile(
    r"""\(?(?:(?:image|photo|picture|illustration|graphic|video|foto|bild|crédit|credit|crédito)s?\s*(?:credit|courtesy|source)?s?
        \s*(?::|by\b|©|courtesy\s+of)\s*|photograph(?:ed)?\s*(?:by\b|:)\s*)(?P<who>[^.!?;]{3,70})\)?""",
    re.I | re.X,
)
_AGENCY = re.compile(
    r"(?:getty(?:\s+images)?|reuters|afp|ap(?:\s+photo)?|associated\s+press|shutterstock|unsplash|alamy|epa|dpa|imago|xinhua|pexels|istock)",
    re.I,
)
_NAMES = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.'’&-]*|de|van|von|der|den|da|di|la|le|of|for|via|the|and|[/|,&–—-])")
_LINK_NUMBER = re.compile(r"^[\s*•·+-]*\[\d{1,3}\]\s?(?=[^\W\d_])")
"""What text browsers write before a link; a note has more words."""
_WHERE = re.compile(r"[\s|·•/>»›-]+")


def _key(text: str) -> str:
    """A line for the tables: lower case, without numbers of links, bullets, arrows and punctuation at its ends."""
    text = _LINK_NUMBER.sub("", text) if "[" in text else text
    return " ".join(text.casefold().replace("’", "'").strip(" \t\u00a0:!.…*•·|›»«‹→←↑+>–—-").split())


def is_sure(text: str) -> bool:
    """Whether a whole line is one that nobody but a site writes."""
    if len(text) > LONGEST:
        return is_notice(text)
    return _key(text) in SURE or bool(_SURE_PATTERNS.fullmatch(text.strip(" \t\u00a0"))) or is_notice(text)


def is_notice(text: str) -> bool:
    """Whether a line asks to accept cookies."""
    return (
        len(text) <= LONGEST_NOTICE
        and ("ookie" in text or "privacy" in text)
        and bool(_NOTICE.fullmatch(text.strip()))
        and bool(_ASKS.search(text))
    )


def is_button(text: str) -> bool:
    """Whether a whole line is what stands on buttons and under articles; pages show by markup whose it is."""
    return len(text) <= LONGEST and (_key(text) in BUTTONS or bool(_LIKELY_PATTERNS.fullmatch(text.strip())))


def is_likely(text: str) -> bool:
    """Whether a whole line may be the site's: what stands around it decides."""
    return len(text) <= LONGEST and (_key(text) in LIKELY or bool(_LIKELY_PATTERNS.fullmatch(text.strip())))


def is_section(text: str) -> bool:
    """Whether a line is an entry of a menu ("Politics") or several ("Home World Politics", "HomeWorldPolitics")."""
    return (len(text) <= 60 and _key(text) in SECTIONS) or is_menu(text)


def is_menu(text: str) -> bool:
    """Whether a line holds three entries of menus or more and nothing else."""
    if not 8 <= len(text) <= 400 or text[-1] in ".!?,;":
        return False
    glued = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", text)
    words = [w for w in _WHERE.split(glued.casefold().replace("’", "'")) if w]
    count = index = 0
    while index < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[index : index + n]) in _MENU), 0)
        if not size or index + size > len(words) + 2:
            return False
        count, index = count + 1, index + size
    return count >= 3


_MENU = SECTIONS | frozenset(p for p in SURE if len(p) <= 24) | frozenset({"edition", "sections", "us", "login"})


def opens_related(text: str) -> bool:
    """Whether a line stands over titles of other articles."""
    return _key(text) in RELATED or bool(re.fullmatch(r"more\s+(?:from|in|on)\s+[^.!?]{2,40}", text.strip(), re.I))


def is_credit(text: str) -> bool:
    """Whether a line names the maker of a picture and says nothing else ("Photo: Ann Lee/Reuters")."""
    if len(text) > 90:
        return False
    match = _CREDIT.fullmatch(text.strip())
    if match:
        return is_names(match["who"].strip(" ()"))
    parts = [p.strip(" ()") for p in re.split(r"/|\bvia\b|\|", text)]
    return (
        2 <= len(parts) <= 3
        and any(_AGENCY.fullmatch(p) for p in parts)
        and all(_NAMES.fullmatch(w) for p in parts for w in p.split())
    )


def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency that sells pictures, and nothing else."""
    return bool(_AGENCY.fullmatch(text.strip()))


def is_names(text: str) -> bool:
    """Whether a text is made of names alone, as credits are."""
    words = re.findall(r"[^\s/|,()]+|[/|,]", text)
    return 0 < len(words) <= 9 and all(_NAMES.fullmatch(w) or _AGENCY.fullmatch(w) for w in words)
