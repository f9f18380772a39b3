"""Abbreviations that are better known than what they stand for, or names by now: everywhere, and in one language.

Nobody is helped by "BBC (British Broadcasting Corporation)". Written down by hand: countries and their unions,
broadcasters and agencies, firms that are known by their letters alone, and what everybody owns, uses or eats.
"""

from __future__ import annotations

from collections.abc import Mapping

EVERYWHERE = frozenset(
    # countries, unions, organisations
    "UK US USA UAE USSR EU UN NATO UNESCO UNICEF WHO OPEC ASEAN WTO IMF FBI CIA NSA NASA ESA CERN FIFA UEFA IOC NBA "
    "NFL NHL MLB ATP WTA "
    # broadcasters, agencies, firms
    "BBC CNN NBC CBS ABC MTV HBO ESPN AP AFP DPA TASS PTI ANSA EFE BMW VW IBM HP LG GE BP KLM SAP IKEA LEGO FIAT SEAT "
    "DHL UPS KFC AMD ARM NVIDIA SONY INTEL "
    # things
    "TV PC CD DVD ID IT GPS SIM RAM ROM CPU GPU LED LCD HDTV USB QR PIN ATM SUV PDF HTML HTTP HTTPS URL WWW CSS XML "
    "EPUB ISBN ISSN DOI FAQ WIFI WLAN SMS SOS DJ VIP PS RGB JPEG GIF PNG AI VR IQ UFO UV DNA RNA AIDS HIV COVID "
    "OK VS NO NR GMT UTC CET AM PM BC AD BCE CE PR HR DIY AC DC".split()
)
LOCAL: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "CEO CFO CTO PHD MD MA BA BSC MSC MBA MP MPS NY LA SF CA EST PDT PST EDT CST RIP GDP VAT ETC NHS IRA "
        # states of the USA as they stand in addresses
        "AL AK AZ AR CO CT DE FL GA HI IL IN IA KS KY ME MI MN MS MO MT NE NV NH NJ NM NC ND OH OR RI SC SD TN TX UT "
        "VT WA WV WI WY "
        # words that people stress by capitals
        "AFTER ALWAYS ANY BEFORE BOTH EACH EITHER EVER EVERY LESS MANY MORE MOST MUCH MUST NEVER NONE NOW ONLY YES "
        "IRS GOP MRI IPO FAA FDA ISIS TSA YMCA BBQ DIY ASAP FYI RSVP TBA TBC AKA ISP",
        "fr": "ADN VIH SIDA ONU OTAN UE PME PDG TVA SNCF TGV RATP SMIC CDI CDD BD ETA OVNI TF RTL RFI EDF CNRS ENA PS "
        "BTS SAMU HLM ADSL USA CHU",
        "de": "AG KG GMBH BRD DDR USA UNO EG ARD ZDF WDR NDR SWR CDU CSU SPD FDP AFD DGB ADAC DFB TÜV GEZ LKW PKW EDV "
        "WC BGB SGB STGB GG DIN ISO EZB ICE KZ SS SA NS DM MWST",
        "es": "ADN VIH SIDA ONU OTAN UE EEUU IVA DNI PP PSOE RENFE RAE OVNI PIB CV FMI OMS ONG TVE AVE",
        "da": "DR TV SAS DSB FN SU CPR AUB USA MVH DVS KBH",
        "nl": "VS NS ANWB BTW NOS VVD CDA PVV TU KNMI NAVO VN BV NV WC HBO WO",
        "it": "ONU RAI IVA PIL USA UE ASL CGIL PD SPA SRL TAV BCE FMI OMS UFO CONI",
        "pt": "EUA ONU OTAN UE ADN VIH SIDA IVA CPF CEP SUS IBGE INSS STF PT PSDB MDB USP OMS FMI PIB ONG TSE TAP",
        "sv": "FN SVT SR SJ USA EM VM OS BB PK TBC",
        "no": "NRK FN NSB USA EM VM OL",
        "pl": "ONZ UE PKP PKO PAN TVP TVN NFZ ZUS VAT PIT PIS PO PRL NATO USA PESEL",
        "id": "TNI KTP DPR MPR KPK PBB RI BUMN PT TVRI RCTI SD SMP SMA SAW SWT NU KH",
    }.items()
}


def is_known(word: str, language: str) -> bool:
    """Whether an abbreviation needs no explanation in a text of a language (any BCP 47 tag)."""
    return word in EVERYWHERE or word in LOCAL.get(language.split("-")[0].lower(), frozenset())
