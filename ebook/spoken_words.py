"""How mathematics is said, as tables: one line for each sign or construct, one column for each language."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "fr", "de", "es", "da", "nl", "it", "pt")

_CONSTRUCTS = """
fraction        | {a} over {b} | {a} sur {b} | {a} durch {b} | {a} sobre {b} | {a} over {b} | {a} gedeeld door {b} | {a} fratto {b} | {a} sobre {b}
long-fraction   | the fraction {a} over {b}, end of fraction | la fraction {a} sur {b}, fin de fraction | der Bruch {a} durch {b}, Ende des Bruchs | la fracción {a} sobre {b}, fin de la fracción | brøken {a} over {b}, brøk slut | de breuk {a} gedeeld door {b}, einde breuk | la frazione {a} fratto {b}, fine frazione | a fração {a} sobre {b}, fim da fração
choose          | {a} choose {b} | {b} parmi {a} | {a} über {b} | {a} sobre {b} (coeficiente binomial) | {a} over {b} (binomialkoefficient) | {a} boven {b} | {a} su {b} (coefficiente binomiale) | {a} escolhe {b}
root            | the square root of {a} | la racine carrée de {a} | die Wurzel aus {a} | la raíz cuadrada de {a} | kvadratroden af {a} | de wortel uit {a} | la radice quadrata di {a} | a raiz quadrada de {a}
cube-root       | the cube root of {a} | la racine cubique de {a} | die dritte Wurzel aus {a} | la raíz cúbica de {a} | kubikroden af {a} | de derdemachtswortel uit {a} | la radice cubica di {a} | a raiz cúbica de {a}
nth-root        | the root of order {b} of {a} | la racine d’ordre {b} de {a} | die Wurzel der Ordnung {b} aus {a} | la raíz de orden {b} de {a} | roden af orden {b} af {a} | de wortel van orde {b} uit {a} | la radice di ordine {b} di {a} | a raiz de ordem {b} de {a}
end-root        | end of root | fin de racine | Ende der Wurzel | fin de la raíz | rod slut | einde wortel | fine radice | fim da raiz
square          | {a} squared | {a} au carré | {a} zum Quadrat | {a} al cuadrado | {a} i anden | {a} kwadraat | {a} al quadrato | {a} ao quadrado
cube            | {a} cubed | {a} au cube | {a} hoch 3 | {a} al cubo | {a} i tredje | {a} tot de derde | {a} al cubo | {a} ao cubo
power           | {a} to the power of {b} | {a} puissance {b} | {a} hoch {b} | {a} elevado a {b} | {a} opløftet til {b} | {a} tot de macht {b} | {a} elevato a {b} | {a} elevado a {b}
end-power       | end of power | fin de l’exposant | Ende des Exponenten | fin del exponente | eksponent slut | einde exponent | fine esponente | fim do expoente
index           | {a} sub {b} | {a} indice {b} | {a} Index {b} | {a} sub {b} | {a} indeks {b} | {a} index {b} | {a} pedice {b} | {a} índice {b}
end-index       | end of subscript | fin de l’indice | Ende des Index | fin del subíndice | indeks slut | einde index | fine pedice | fim do índice
range           | {a} from {b} to {c} of | {a} de {b} à {c} de | {a} von {b} bis {c} von: | {a} desde {b} hasta {c} de | {a} fra {b} til {c} af | {a} van {b} tot {c} van | {a} da {b} a {c} di | {a} de {b} até {c} de
over            | {a} over {b} of | {a} sur {b} de | {a} über {b} von: | {a} sobre {b} de | {a} over {b} af | {a} over {b} van | {a} su {b} di | {a} sobre {b} de
whole           | {a} of | {a} de | {a} von: | {a} de | {a} af | {a} van | {a} di | {a} de
limit           | the limit as {b} of | la limite quand {b} de | der Grenzwert für {b} von: | el límite cuando {b} de | grænseværdien når {b} af | de limiet als {b} van | il limite per {b} di | o limite quando {b} de
at              | {a} over {b} of | {a} pour {b} de | {a} für {b} von: | {a} para {b} de | {a} for {b} af | {a} voor {b} van | {a} per {b} di | {a} para {b} de
apply           | {a} of {b} | {a} de {b} | {a} von {b} | {a} de {b} | {a} af {b} | {a} van {b} | {a} di {b} | {a} de {b}
base            | {a} to the base {b} | {a} de base {b} | {a} zur Basis {b} | {a} en base {b} | {a} med grundtal {b} | {a} met grondtal {b} | {a} in base {b} | {a} na base {b}
absolute        | the absolute value of {a} | la valeur absolue de {a} | der Betrag von {a} | el valor absoluto de {a} | den numeriske værdi af {a} | de absolute waarde van {a} | il valore assoluto di {a} | o valor absoluto de {a}
end-absolute    | end of absolute value | fin de la valeur absolue | Ende des Betrags | fin del valor absoluto | numerisk værdi slut | einde absolute waarde | fine valore assoluto | fim do valor absoluto
norm            | the norm of {a} | la norme de {a} | die Norm von {a} | la norma de {a} | normen af {a} | de norm van {a} | la norma di {a} | a norma de {a}
end-norm        | end of norm | fin de la norme | Ende der Norm | fin de la norma | norm slut | einde norm | fine norma | fim da norma
floor           | the floor of {a} | la partie entière de {a} | {a} abgerundet | la parte entera de {a} | {a} rundet ned | {a} naar beneden afgerond | la parte intera di {a} | a parte inteira de {a}
ceiling         | the ceiling of {a} | la partie entière supérieure de {a} | {a} aufgerundet | {a} redondeado hacia arriba | {a} rundet op | {a} naar boven afgerond | la parte intera superiore di {a} | {a} arredondado para cima
set             | the set of {a}, end of set | l’ensemble {a}, fin de l’ensemble | die Menge {a}, Ende der Menge | el conjunto {a}, fin del conjunto | mængden {a}, mængde slut | de verzameling {a}, einde verzameling | l’insieme {a}, fine insieme | o conjunto {a}, fim do conjunto
such-that       | such that | tel que | mit der Eigenschaft | tal que | sådan at | zodanig dat | tale che | tal que
given           | given | sachant | gegeben | dado | givet | gegeven | dato | dado
matrix          | the {r} by {c} matrix: {a}, end of matrix | la matrice {r} par {c} : {a}, fin de matrice | die {r}-mal-{c}-Matrix: {a}, Ende der Matrix | la matriz de {r} por {c}: {a}, fin de la matriz | {r} gange {c}-matricen: {a}, matrix slut | de {r}-bij-{c}-matrix: {a}, einde matrix | la matrice {r} per {c}: {a}, fine matrice | a matriz {r} por {c}: {a}, fim da matriz
determinant     | the determinant: {a}, end of determinant | le déterminant : {a}, fin du déterminant | die Determinante: {a}, Ende der Determinante | el determinante: {a}, fin del determinante | determinanten: {a}, determinant slut | de determinant: {a}, einde determinant | il determinante: {a}, fine determinante | o determinante: {a}, fim do determinante
row             | row {n}: {a} | ligne {n} : {a} | Zeile {n}: {a} | fila {n}: {a} | række {n}: {a} | rij {n}: {a} | riga {n}: {a} | linha {n}: {a}
cases           | {n} cases: {a}, end of cases | {n} cas : {a}, fin des cas | {n} Fälle: {a}, Ende der Fälle | {n} casos: {a}, fin de los casos | {n} tilfælde: {a}, tilfælde slut | {n} gevallen: {a}, einde gevallen | {n} casi: {a}, fine casi | {n} casos: {a}, fim dos casos
case            | case {n}: {a} | cas {n} : {a} | Fall {n}: {a} | caso {n}: {a} | tilfælde {n}: {a} | geval {n}: {a} | caso {n}: {a} | caso {n}: {a}
line            | line {n}: {a} | ligne {n} : {a} | Zeile {n}: {a} | línea {n}: {a} | linje {n}: {a} | regel {n}: {a} | riga {n}: {a} | linha {n}: {a}
hat             | {a} hat | {a} chapeau | {a} Dach | {a} con circunflejo | {a} hat | {a} dakje | {a} cappuccio | {a} chapéu
bar             | {a} bar | {a} barre | {a} quer | {a} barra | {a} streg | {a} streep | {a} barrato | {a} barra
vector          | vector {a} | vecteur {a} | Vektor {a} | vector {a} | vektor {a} | vector {a} | vettore {a} | vetor {a}
tilde           | {a} tilde | {a} tilde | {a} Tilde | {a} tilde | {a} tilde | {a} tilde | {a} tilde | {a} til
dot             | {a} dot | {a} point | {a} Punkt | {a} punto | {a} prik | {a} punt | {a} punto | {a} ponto
double-dot      | {a} double dot | {a} deux points | {a} zwei Punkte | {a} dos puntos | {a} to prikker | {a} twee punten | {a} due punti | {a} dois pontos
above           | {a} with {b} above | {a} avec {b} au-dessus | {a} mit {b} darüber | {a} con {b} encima | {a} med {b} over | {a} met {b} erboven | {a} con {b} sopra | {a} com {b} acima
below           | {a} with {b} below | {a} avec {b} au-dessous | {a} mit {b} darunter | {a} con {b} debajo | {a} med {b} under | {a} met {b} eronder | {a} con {b} sotto | {a} com {b} abaixo
prime           | {a} prime | {a} prime | {a} Strich | {a} prima | {a} mærke | {a} accent | {a} primo | {a} linha
double-prime    | {a} double prime | {a} seconde | {a} zwei Strich | {a} biprima | {a} dobbeltmærke | {a} dubbel accent | {a} secondo | {a} duas linhas
star            | {a} star | {a} étoile | {a} Stern | {a} asterisco | {a} stjerne | {a} ster | {a} asterisco | {a} asterisco
transposed      | {a} transposed | {a} transposée | {a} transponiert | {a} traspuesta | {a} transponeret | {a} getransponeerd | {a} trasposta | {a} transposta
factorial       | {a} factorial | {a} factorielle | {a} Fakultät | {a} factorial | {a} fakultet | {a} faculteit | {a} fattoriale | {a} fatorial
degrees         | {a} degrees | {a} degrés | {a} Grad | {a} grados | {a} grader | {a} graden | {a} gradi | {a} graus
capital         | capital {a} | {a} majuscule | Groß {a} | {a} mayúscula | stort {a} | hoofdletter {a} | {a} maiuscola | {a} maiúsculo
"""
"""Constructs: `{a}`, `{b}` and `{c}` are what they are made of."""

_OPERATORS = """
+  | plus | plus | plus | más | plus | plus | più | mais
−  | minus | moins | minus | menos | minus | min | meno | menos
±  | plus or minus | plus ou moins | plus oder minus | más menos | plus eller minus | plus of min | più o meno | mais ou menos
∓  | minus or plus | moins ou plus | minus oder plus | menos más | minus eller plus | min of plus | meno o più | menos ou mais
×  | times | fois | mal | por | gange | maal | per | vezes
⋅  | times | fois | mal | por | gange | maal | per | vezes
∗  | star | étoile | Stern | asterisco | stjerne | ster | asterisco | asterisco
÷  | divided by | divisé par | geteilt durch | dividido por | divideret med | gedeeld door | diviso | dividido por
/  | divided by | divisé par | geteilt durch | dividido por | divideret med | gedeeld door | diviso | dividido por
∘  | composed with | rond | nach | compuesta con | sammensat med | samengesteld met | composto con | composta com
=  | equals | égale | gleich | igual a | er lig med | is gelijk aan | uguale | igual a
≠  | is not equal to | différent de | ungleich | distinto de | er forskellig fra | is niet gelijk aan | diverso da | diferente de
≈  | is approximately equal to | environ égal à | ungefähr gleich | aproximadamente igual a | er cirka lig med | is ongeveer gelijk aan | circa uguale a | aproximadamente igual a
≡  | is equivalent to | équivalent à | äquivalent zu | equivalente a | er ækvivalent med | is equivalent aan | equivalente a | equivalente a
≅  | is congruent to | congru à | kongruent zu | congruente con | er kongruent med | is congruent met | congruente a | congruente a
∼  | is similar to | semblable à | ähnlich zu | semejante a | er ligedannet med | is gelijkvormig met | simile a | semelhante a
∝  | is proportional to | proportionnel à | proportional zu | proporcional a | er proportional med | is evenredig met | proporzionale a | proporcional a
:=  | is defined as | défini comme | definiert als | definido como | er defineret som | is gedefinieerd als | definito come | definido como
<  | is less than | inférieur à | kleiner als | menor que | er mindre end | is kleiner dan | minore di | menor que
>  | is greater than | supérieur à | größer als | mayor que | er større end | is groter dan | maggiore di | maior que
≤  | is less than or equal to | inférieur ou égal à | kleiner oder gleich | menor o igual que | er mindre end eller lig med | is kleiner dan of gelijk aan | minore o uguale a | menor ou igual a
≥  | is greater than or equal to | supérieur ou égal à | größer oder gleich | mayor o igual que | er større end eller lig med | is groter dan of gelijk aan | maggiore o uguale a | maior ou igual a
≪  | is much less than | très inférieur à | viel kleiner als | mucho menor que | er meget mindre end | is veel kleiner dan | molto minore di | muito menor que
≫  | is much greater than | très supérieur à | viel größer als | mucho mayor que | er meget større end | is veel groter dan | molto maggiore di | muito maior que
→  | approaches | tend vers | gegen | tiende a | går mod | nadert | tende a | tende a
↦  | maps to | donne | wird abgebildet auf | se aplica en | afbildes på | wordt afgebeeld op | va in | leva a
⇒  | implies | implique | daraus folgt | implica | medfører | impliceert | implica | implica
⇔  | if and only if | si et seulement si | genau dann, wenn | si y solo si | hvis og kun hvis | dan en slechts dan als | se e solo se | se e somente se
∈  | is an element of | appartient à | Element von | pertenece a | tilhører | is een element van | appartiene a | pertence a
∉  | is not an element of | n’appartient pas à | kein Element von | no pertenece a | tilhører ikke | is geen element van | non appartiene a | não pertence a
⊂  | is a subset of | est inclus dans | Teilmenge von | es subconjunto de | er en delmængde af | is een deelverzameling van | è un sottoinsieme di | é subconjunto de
⊆  | is a subset of or equal to | est inclus dans ou égal à | Teilmenge von oder gleich | es subconjunto de o igual a | er en delmængde af eller lig med | is een deelverzameling van of gelijk aan | è un sottoinsieme di o uguale a | é subconjunto de ou igual a
∪  | union | union | vereinigt mit | unión | forenet med | verenigd met | unione | união
∩  | intersection | inter | geschnitten mit | intersección | fælles med | doorsneden met | intersezione | interseção
∖  | without | privé de | ohne | menos el conjunto | fraregnet | zonder | meno l’insieme | exceto
∀  | for all | pour tout | für alle | para todo | for alle | voor alle | per ogni | para todo
∃  | there exists | il existe | es gibt | existe | der findes | er bestaat | esiste | existe
¬  | not | non | nicht | no | ikke | niet | non | não
∧  | and | et | und | y | og | en | e | e
∨  | or | ou | oder | o | eller | of | o | ou
⊕  | direct sum | somme directe | direkte Summe | suma directa | direkte sum | directe som | somma diretta | soma direta
⊗  | tensor | tensoriel | Tensor | tensorial | tensor | tensor | tensoriale | tensorial
⊥  | is perpendicular to | perpendiculaire à | senkrecht auf | perpendicular a | er vinkelret på | staat loodrecht op | perpendicolare a | perpendicular a
∥  | is parallel to | parallèle à | parallel zu | paralelo a | er parallel med | is evenwijdig met | parallelo a | paralelo a
∠  | angle | angle | Winkel | ángulo | vinkel | hoek | angolo | ângulo
∂  | partial | d rond | partielles d | derivada parcial | partiel | partiële d | d parziale | derivada parcial
∇  | nabla | nabla | Nabla | nabla | nabla | nabla | nabla | nabla
∞  | infinity | l’infini | unendlich | infinito | uendelig | oneindig | infinito | infinito
∅  | the empty set | l’ensemble vide | die leere Menge | el conjunto vacío | den tomme mængde | de lege verzameling | l’insieme vuoto | o conjunto vazio
…  | and so on | et ainsi de suite | und so weiter | y así sucesivamente | og så videre | enzovoort | e così via | e assim por diante
%  | percent | pour cent | Prozent | por ciento | procent | procent | per cento | por cento
!  | factorial | factorielle | Fakultät | factorial | fakultet | faculteit | fattoriale | fatorial
(  | open parenthesis | ouvrir la parenthèse | Klammer auf | abrir paréntesis | parentes | haakje openen | aperta parentesi | abre parêntese
)  | close parenthesis | fermer la parenthèse | Klammer zu | cerrar paréntesis | parentes slut | haakje sluiten | chiusa parentesi | fecha parêntese
[  | open bracket | ouvrir le crochet | eckige Klammer auf | abrir corchete | kantet parentes | vierkant haakje openen | aperta parentesi quadra | abre colchete
]  | close bracket | fermer le crochet | eckige Klammer zu | cerrar corchete | kantet parentes slut | vierkant haakje sluiten | chiusa parentesi quadra | fecha colchete
{  | open brace | ouvrir l’accolade | geschweifte Klammer auf | abrir llave | tuborgparentes | accolade openen | aperta parentesi graffa | abre chave
}  | close brace | fermer l’accolade | geschweifte Klammer zu | cerrar llave | tuborgparentes slut | accolade sluiten | chiusa parentesi graffa | fecha chave
⟨  | open angle bracket | ouvrir le chevron | spitze Klammer auf | abrir corchete angular | spids parentes | punthaak openen | aperta parentesi angolare | abre colchete angular
⟩  | close angle bracket | fermer le chevron | spitze Klammer zu | cerrar corchete angular | spids parentes slut | punthaak sluiten | chiusa parentesi angolare | fecha colchete angular
∑  | the sum | la somme | die Summe | la suma | summen | de som | la somma | a soma
∏  | the product | le produit | das Produkt | el producto | produktet | het product | il prodotto | o produto
∫  | the integral | l’intégrale | das Integral | la integral | integralet | de integraal | l’integrale | a integral
∬  | the double integral | l’intégrale double | das Doppelintegral | la integral doble | dobbeltintegralet | de dubbele integraal | l’integrale doppio | a integral dupla
∭  | the triple integral | l’intégrale triple | das Dreifachintegral | la integral triple | tripelintegralet | de drievoudige integraal | l’integrale triplo | a integral tripla
∮  | the contour integral | l’intégrale curviligne | das Kurvenintegral | la integral de contorno | konturintegralet | de contourintegraal | l’integrale curvilineo | a integral de contorno
⋃  | the union | l’union | die Vereinigung | la unión | foreningen | de vereniging | l’unione | a união
⋂  | the intersection | l’intersection | der Durchschnitt | la intersección | fællesmængden | de doorsnede | l’intersezione | a interseção
"""
"""Signs that are read as words."""

_SYMBOLS = """
ℕ | the natural numbers | les entiers naturels | die natürlichen Zahlen | los números naturales | de naturlige tal | de natuurlijke getallen | i numeri naturali | os números naturais
ℤ | the integers | les entiers relatifs | die ganzen Zahlen | los números enteros | de hele tal | de gehele getallen | i numeri interi | os números inteiros
ℚ | the rational numbers | les nombres rationnels | die rationalen Zahlen | los números racionales | de rationale tal | de rationale getallen | i numeri razionali | os números racionais
ℝ | the real numbers | les nombres réels | die reellen Zahlen | los números reales | de reelle tal | de reële getallen | i numeri reali | os números reais
ℂ | the complex numbers | les nombres complexes | die komplexen Zahlen | los números complejos | de komplekse tal | de complexe getallen | i numeri complessi | os números complexos
ℏ | h bar | h barre | h quer | h barra | h streg | h-streep | h tagliato | h cortado
ℓ | l | l | l | l | l | l | l | l
"""
_FUNCTIONS = """
sin    | the sine | le sinus | der Sinus | el seno | sinus | de sinus | il seno | o seno
cos    | the cosine | le cosinus | der Kosinus | el coseno | cosinus | de cosinus | il coseno | o cosseno
tan    | the tangent | la tangente | der Tangens | la tangente | tangens | de tangens | la tangente | a tangente
log    | the logarithm | le logarithme | der Logarithmus | el logaritmo | logaritmen | de logaritme | il logaritmo | o logaritmo
ln     | the natural logarithm | le logarithme népérien | der natürliche Logarithmus | el logaritmo natural | den naturlige logaritme | de natuurlijke logaritme | il logaritmo naturale | o logaritmo natural
exp    | the exponential | l’exponentielle | die Exponentialfunktion | la exponencial | eksponentialfunktionen | de exponentiële functie | l’esponenziale | a exponencial
min    | the minimum | le minimum | das Minimum | el mínimo | minimum | het minimum | il minimo | o mínimo
max    | the maximum | le maximum | das Maximum | el máximo | maksimum | het maximum | il massimo | o máximo
sup    | the supremum | la borne supérieure | das Supremum | el supremo | supremum | het supremum | l’estremo superiore | o supremo
inf    | the infimum | la borne inférieure | das Infimum | el ínfimo | infimum | het infimum | l’estremo inferiore | o ínfimo
det    | the determinant | le déterminant | die Determinante | el determinante | determinanten | de determinant | il determinante | o determinante
lim    | the limit | la limite | der Grenzwert | el límite | grænseværdien | de limiet | il limite | o limite
gcd    | the greatest common divisor | le plus grand commun diviseur | der größte gemeinsame Teiler | el máximo común divisor | den største fælles divisor | de grootste gemene deler | il massimo comun divisore | o máximo divisor comum
argmin | the argument of the minimum | l’argument du minimum | das Argument des Minimums | el argumento del mínimo | argumentet for minimum | het argument van het minimum | l’argomento del minimo | o argumento do mínimo
argmax | the argument of the maximum | l’argument du maximum | das Argument des Maximums | el argumento del máximo | argumentet for maksimum | het argument van het maximum | l’argomento del massimo | o argumento do máximo
"""
_GREEK = """
α | alpha | alpha | Alpha | alfa | alfa | alfa | alfa | alfa
β | beta | bêta | Beta | beta | beta | bèta | beta | beta
γ | gamma | gamma | Gamma | gamma | gamma | gamma | gamma | gama
δ | delta | delta | Delta | delta | delta | delta | delta | delta
ε | epsilon | epsilon | Epsilon | épsilon | epsilon | epsilon | epsilon | épsilon
ζ | zeta | zêta | Zeta | zeta | zeta | zèta | zeta | zeta
η | eta | êta | Eta | eta | eta | èta | eta | eta
θ | theta | thêta | Theta | theta | theta | thèta | theta | teta
ι | iota | iota | Iota | iota | iota | jota | iota | iota
κ | kappa | kappa | Kappa | kappa | kappa | kappa | kappa | capa
λ | lambda | lambda | Lambda | lambda | lambda | lambda | lambda | lambda
μ | mu | mu | My | mi | my | mu | mi | mi
ν | nu | nu | Ny | ni | ny | nu | ni | ni
ξ | xi | xi | Xi | xi | xi | xi | xi | csi
ο | omicron | omicron | Omikron | ómicron | omikron | omikron | omicron | ômicron
π | pi | pi | Pi | pi | pi | pi | pi | pi
ρ | rho | rhô | Rho | ro | rho | rho | rho | rô
σ | sigma | sigma | Sigma | sigma | sigma | sigma | sigma | sigma
τ | tau | tau | Tau | tau | tau | tau | tau | tau
υ | upsilon | upsilon | Ypsilon | ípsilon | ypsilon | ypsilon | ipsilon | úpsilon
φ | phi | phi | Phi | fi | phi | phi | phi | fi
χ | chi | khi | Chi | ji | chi | chi | chi | qui
ψ | psi | psi | Psi | psi | psi | psi | psi | psi
ω | omega | oméga | Omega | omega | omega | omega | omega | ômega
"""


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """Key to words in the order of `LANGUAGES`."""
    rows = (line.split("|") for line in text.strip().split("\n"))
    return {row[0].strip(): tuple(cell.strip() for cell in row[1:]) for row in rows}


CONSTRUCTS = _table(_CONSTRUCTS)
OPERATORS = _table(_OPERATORS)
SYMBOLS = _table(_SYMBOLS)
FUNCTIONS = _table(_FUNCTIONS)
GREEK = _table(_GREEK)

SAME: Mapping[str, str] = {
    "-": "−", "–": "−", "*": "∗", "·": "⋅", "•": "⋅", "⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥", "≃": "≈", "~": "∼",
    "⟶": "→", "⟹": "⇒", "⟺": "⇔", "⟼": "↦", "⇐": "⇒", "≔": ":=", "∊": "∈", "\\": "∖", "⋯": "…", "⋮": "…", "⋱": "…",
    "...": "…", "〈": "⟨", "〉": "⟩", "∕": "/", "÷": "÷", "∣": "|", "∥": "∥", "ϵ": "ε", "ϑ": "θ", "ϕ": "φ", "ϱ": "ρ",
    "ς": "σ", "ϰ": "κ", "ϖ": "π", "µ": "μ", "⊺": "⊤", "∅": "∅", "⌀": "∅", "∇": "∇", "arg min": "argmin",
    "arg max": "argmax", "lg": "log",
}  # fmt: skip
"""Signs that mean what another one means."""
