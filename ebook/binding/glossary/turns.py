"""Words by which one part of a sentence changes what another says, by language.

A quotation that leaves one of them out may say the opposite: "…, unless it rains", "It is not true that …".
"""

from __future__ import annotations

from collections.abc import Mapping

TURNS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "not no never none nobody nothing neither nor without unless except excepting but however although "
        "though if only hardly scarcely barely rarely seldom despite instead rather until false falsely "
        "wrong wrongly mistaken mistakenly alleged allegedly supposed supposedly claim claims claimed "
        "claiming deny denies denied doubt doubts doubted would could might may perhaps cannot t unlike "
        "contrary otherwise whether myth",
        "fr": "ne n pas non jamais aucun aucune personne rien sans sauf excepté mais cependant toutefois pourtant "
        "bien si seulement que seul seule guère plutôt jusqu faux fausse fausses prétend prétendent "
        "prétendu prétendue nie nient doute doutent serait seraient pourrait peut contrairement sinon "
        "malgré tort ni quoique",
        "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder noch ohne außer aber "
        "jedoch allerdings doch obwohl wenn falls nur kaum selten trotz statt sondern bis falsch fälschlich "
        "angeblich angebliche vermeintlich behauptet behaupten bestreitet bestreiten zweifelt würde könnte "
        "wäre sei seien ob sonst sogenannte",
        "es": "no ni nunca jamás ningún ninguna ninguno nadie nada sin salvo excepto pero sino aunque si solo "
        "sólo solamente apenas pese hasta falso falsa supuesto supuesta presunto dice dicen niega niegan "
        "duda sería podría puede tampoco embargo contrario",
        "it": "non né mai nessun nessuna nessuno niente nulla senza tranne salvo ma però tuttavia sebbene benché "
        "se solo soltanto appena malgrado nonostante finché falso falsa presunto presunta sostiene "
        "sostengono nega negano dubita sarebbe potrebbe può contrario altrimenti",
        "pt": "não nem nunca jamais nenhum nenhuma ninguém nada sem salvo exceto mas porém contudo embora se só "
        "somente apenas apesar até falso falsa suposto suposta alega alegam nega negam duvida seria poderia "
        "pode contrário senão",
        "nl": "niet geen nooit niemand niets noch zonder behalve maar echter hoewel ofschoon als indien tenzij "
        "alleen slechts nauwelijks zelden ondanks tot onjuist vals vermeend vermeende beweert beweren "
        "ontkent ontkennen betwijfelt zou zouden kan of zogenaamd zogenaamde anders",
        "da": "ikke ej aldrig ingen intet hverken uden undtagen men dog selvom skønt hvis medmindre kun næppe "
        "sjældent trods indtil falsk forkert påstår påstås påstået påståede benægter tvivler ville kunne "
        "måske såkaldt såkaldte ellers om",
        "sv": "inte ej aldrig ingen inget inga varken utan utom men dock fast även om såvida bara endast knappast "
        "sällan trots tills falsk fel påstår påstås påstådd förnekar tvivlar skulle kunde kanske annars",
    }.items()
}
