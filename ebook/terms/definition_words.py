"""The English words by which a sentence that defines is told from one that tells a story."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set("a an the")
DEICTIC = _set(
    "this that these those such another other others each every some many most few several all both either "
    "neither any no "
    "his her its their our my your whose one two three four five six seven eight nine ten first second third fourth "
    "next last latter former same following above only specific particular certain various different main major key "
    "best worst biggest largest final half part "
    "much more less enough current new recent previous today's yesterday's next-door old young own very there here"
)
"""No term begins with these: they point at something of this text, or count."""
FUNCTION = _set(
    "i you he she it we they me him us them who whom which that what whose this these those there here "
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "and or but nor so yet if when while as than then because since although though unless until whether where "
    "why how "
    "a an the my your his her its our their some any no not never "
    "in on at by for with from to into onto of over under about between among through during before after against "
    "without within along across behind beyond upon via per like unlike toward towards around near despite "
    "also too just only even still already again however therefore thus hence often usually sometimes always "
    "very much more most many few less least such both each every other another all both either neither "
    "up down out off away back inside outside now later ago today yesterday tomorrow everyone someone anyone "
    "everything something nothing"
)
VERBS = _set(
    "said says say make makes made take takes took get gets got give gives gave go goes went come comes came "
    "use uses used "
    "include includes included including become becomes became know knows knew known see sees saw seen show "
    "shows showed shown "
    "find finds found call calls called think thinks thought need needs want wants wanted keep keeps kept let lets "
    "contain contains contained produce produces produced provide provides provided cause causes caused form forms "
    "develop develops developed create creates created allow allows allowed require requires required occur occurs "
    "meet meets met offer offers offered introduce introduced believe believes believed describe describes described "
    "describing using being having making causing involves involve consists consist play plays played lead leads led "
    "help helps helped remain remains remained seem seems seemed named based built sold bought won lost left "
    "began begins "
    "begin started starts studied identified proposed formulated experience experiences suffer suffers suffered"
)
EMPTY = _set(
    "problem problems result results reason reasons question questions answer answers idea ideas goal goals "
    "purpose aim aims point points thing things way ways example examples fact facts difference differences "
    "solution solutions challenge challenges advantage advantages disadvantage disadvantages issue issues effect "
    "effects step steps case cases kind kinds type types concept term terms author authors movement story stories "
    "book books film films movie article study studies report reports man woman men women people person team "
    "house company companies group groups city town country place places year years day days time week month "
    "night morning plan plans project event events decision move deal game season song album show site website "
    "page post blog video photo picture image list guide tip tips trick key rest truth secret trouble matter "
    "upshot use role nature importance presence absence lack number amount cost price beginning end top bottom "
    "side hope fear feature features option options choice choices version versions model building area product "
    "products program scene sight sound word words sentence phrase name names title chapter section figure table "
    "diagram map line lines family mother father brother sister son daughter wife husband friend friends child "
    "children boy girl guy guys kids president minister government judge court police officer officers official "
    "officials victim suspect owner owners everybody nobody self everything anything something nothing none it he "
    "she they we you i focus task job work message lesson theme topic subject subjects object objects piece "
    "pieces approach strategy conclusion outcome consequence impact cause basis source sources target alternative "
    "exception benefit benefits drawback downside upside catch trend majority minority winner winners loser "
    "losers rule rules law laws data evidence finding findings process method system structure change changes "
    "increase decrease loss gain sum total average score scores value values position situation condition "
    "conditions state states region areas world life love home food dream dreams aspect aspects factor factors "
    "element elements characteristic characteristics property requirement requirements definition explanation "
    "description difficulty opportunity risk threat danger concern concerns criticism argument claim claims "
    "university school college hotel restaurant museum church park street road bridge river lake mountain village "
    "island device machine tool car bike train boat ship plane phone camera room door window chair ones others "
    "latter former hundred hundreds thousand thousands million millions percent half third quarter"
)
"""Heads of a subject that names nothing a glossary explains, with a definite article or of one word."""
MASSES = _set(
    "information energy speed tissue memory software behavior behaviour data water money income storage "
    "transfer growth movement "
    "reasoning work matter people thinking training learning music equipment species phyla bacteria fungi algae "
    "phenomena larvae teeth spending wealth men women children material evidence heat power knowledge"
)
"""Nouns that name a kind of thing without an article."""
PLACES = _set("valley river city town lake county street avenue park hotel museum island mountain university college")
OPINIONS = _set(
    "good bad great better best worse worst mere interesting perfect beautiful nice higher lower larger smaller "
    "bigger greater fewer "
    "lower faster slower redesigned small large big huge tiny tad well right left cold below above example "
    "sample bottom top "
    "important favorite favourite typical ideal successful simple real-life healthy true false decent proper"
)
"""A phrase that begins with these describes a thing and is no name for it."""
GENERA = _set(
    "share fraction "
    "process processes procedure method methods methodology technique techniques practice practices approach type "
    "types kind kinds form forms sort class category study branch field discipline science theory theories "
    "principle law laws rule rules concept idea belief view doctrine ideology philosophy system systems set "
    "collection group groups series sequence arrangement pattern measure measurement unit ratio rate proportion "
    "percentage degree amount number quantity sum total average value level state condition conditions situation "
    "phenomenon property properties quality characteristic feature trait ability capacity tendency inability "
    "capability skill act action actions activity activities behavior behaviour movement motion change changes "
    "shift transfer exchange conversion production creation formation transformation reduction increase decrease "
    "growth loss gain part parts statute treaty structure structures substance substances material materials "
    "molecule molecules compound compounds chemical element protein proteins enzyme enzymes hormone hormones acid "
    "gas liquid fluid mineral rock metal alloy tissue cell cells membrane layer covering organ gland organism "
    "organisms plant plants animal animals species bacteria bacterium virus fungus parasite microorganism disease "
    "diseases disorder disorders syndrome illness infection inflammation symptom injury device devices instrument "
    "machine tool tools mechanism apparatus piece technology software program programme algorithm protocol "
    "language format file function operation variable parameter model framework strategy strategies plan "
    "agreement contract document statement right rights tax payment fee charge fund loan bond security asset cost "
    "costs price income market markets institution institutions organization organisation organizations "
    "organisations agency body association person people someone anyone individual individuals one something "
    "anything region zone line curve point angle distance length force energy power pressure current response "
    "reaction interaction relationship relation connection attraction difference distinction event events period "
    "phase stage cycle time place space surface expression word term phrase symbol sign name label description "
    "explanation representation image diagram graph chart map test assessment therapy treatment drug medicine "
    "medication vaccine surgery means mode style genre art craft tradition custom ritual norm norms values "
    "attitude emotion feeling sense perception experience memory thought thinking reasoning network circuit "
    "signal wave waves particle particles atom atoms ion ions fiber fibre thread cloth fabric garment dish soup "
    "bread cake drink beverage sauce cheese grain seed fruit vegetable herb spice tree shrub vine flower fish "
    "bird insect mammal reptile rodent hypothesis assumption prediction combination mixture blend solution "
    "portion section way manner organelle organelles speed velocity scene division sequences sac sacs flow "
    "storage fear fact spread rise fall depletion strain family families extent direction position location site "
    "policy policies government society community communities culture standard standards scale index indicator "
    "rating estimate opposite absence lack presence use application analysis examination investigation research "
    "role status variety breed tube vessel muscle nerve bone joint channel pathway transaction good goods product "
    "service services resource resources equation formula vector perspective school heuristic bias error attempt "
    "effort recollection stimulus "
    "vote store projection projections pore pores messenger messengers shortcut revival agency expenditure "
    "expenditures "
    "difficulty distribution weakening bond bonds chain chains fold folds duct ducts cavity chamber fragment fragments "
    "version versions copy copies expense expenses payment payments firm firms good service job jobs worker workers "
    "debate proposal policy program programs initiative alliance pact accord charter edict proclamation tactic tactics "
    "campaign boycott tariff tariffs duty duties grant grants subsidy lawsuit ruling verdict power powers authority "
    "privilege obligation requirement prohibition restriction limit limits barrier barriers guarantee freedom right "
    "exemption penalty punishment crime offense violence discrimination prejudice stereotype stereotypes ritual "
    "rituals "
    "status position positions role roles habit habits habitat niche biome ecosystem population populations trait "
    "traits allele gene genes sequence strand strands filament filaments tubule vesicle vesicles nucleus receptor "
    "receptors neurotransmitter peptide lipid sugar polymer monomer base salt catalyst organism predator prey pigment "
    "fossil sediment wavelength frequency amplitude magnitude quotient product difference displacement acceleration "
    "momentum mass weight volume density temperature field charge voltage potential resistance lens mirror beam ray "
    "rays image spectrum orbit star body particle nuclei emission radiation decay collision motion oscillation "
    "disturbance vibration barrier preference attraction aversion desire motivation drive need urge awareness "
    "consciousness understanding knowledge judgment decision inference conclusion claim statement proposition "
    "assertion idea thought view viewpoint outlook orientation commitment loyalty bond tie ties link network"
)
"""Words that name the kind of thing a term is."""
ENTITY = _set(
    "project artwork painting sculpture installation improvement "
    "city town village hamlet suburb neighborhood neighbourhood country nation county province municipality "
    "district borough capital "
    "company firm manufacturer retailer brand chain startup start-up band singer rapper musician actor actress "
    "album song single film movie "
    "novel book magazine newspaper website blog podcast show series sitcom drama game club team player striker "
    "midfielder "
    "quarterback coach politician lawyer attorney reporter journalist editor writer author columnist "
    "contributor professor lecturer "
    "farmer teacher student photographer filmmaker director producer founder co-founder ceo chairman president "
    "senator "
    "congressman mayor governor minister spokesman spokeswoman spokesperson physician doctor nurse engineer "
    "scientist "
    "researcher resident native graduate veteran father mother son daughter brother sister wife husband widow "
    "friend fan member "
    "river lake mountain island building hotel restaurant bar cafe pub museum church university college school "
    "park airport "
    "station stadium street road festival conference nonprofit non-profit charity foundation startup consultant "
    "analyst "
    "economist historian critic activist artist designer developer programmer blogger comedian chef entrepreneur "
    "man woman boy girl guy kid place day year week month time joke mess mystery winner loser star legend hero "
    "genius reminder "
    "mistake shame disaster success failure problem challenge question answer reason lesson surprise shock blow "
    "boost "
    "chance opportunity step start beginning end bit lot couple few example sample case result thing matter "
    "must need dream nightmare pleasure delight honor honour gift treat bargain steal deal story tale look "
    "kind-hearted label boutique event sector collective showroom topic testament effort "
    "choice option pick favourite favorite priority concern worry threat danger risk factor cause basis focus "
    "goal aim "
    "source home house symbol sign fan fact truth lie myth hit miss majority minority plus minus"
)
"""Words behind "is a" that name one thing of the world, or judge; a glossary explains no places, firms or people."""
PEOPLE = (
    "ist",
    "ian",
    "eer",
    "woman",
    "man",
)
JUDGING = _set(
    "good bad great big huge important major key perfect beautiful interesting serious significant crucial "
    "essential vital excellent nice better best worse worst main only last latest real true new recent classic "
    "favourite favorite fantastic amazing wonderful terrible awful terrific popular famous leading lovely "
    "difficult easy hard tough strong weak sure safe smart clever stupid silly fun funny happy sad critical "
    "fundamental central primary principal chief prime top first second third fourth fifth sixth seventh next "
    "final growing rare obvious clear likely possible potential powerful effective useful valuable viable "
    "integral pretty quite rather fairly very really truly extremely incredibly so too increasingly much more most "
    "less "
    "least different similar same whole entire current former ex past future present biggest largest smallest "
    "longest highest oldest youngest fastest strongest richest poorest greatest particular remarkable notable "
    "vivid convenient unique fast-paced popular easy-to-use vivid striking dangerous ideal prominent example "
    "matter core must-have generic"
)
"""Words that judge or compare rather than explain."""
COMPARING = _set(
    "common typical clear useful different similar first second third primary central rare powerful distinct simplified"
)
"""Words that compare one kind of thing with others, where a word for a kind follows."""
PRAISING = _set(
    "new recent good great best better perfect ideal favourite favorite creative dynamic efficient effective "
    "successful beautiful right wrong other another same whole such own bigger smaller latest modern slow long short "
    "high-end proper decent solid potential possible likely only old"
)
"""Adjectives that make of a term a thing somebody talks about ("an efficient team")."""
RELATIVE = _set(
    "that which who whose whom whereby where when in-which used designed intended made consisting composed "
    "containing involving "
    "caused characterized characterised based found formed produced meaning describing defined known having "
    "created derived located "
    "divided multiplied using allowing causing resulting occurring associated between available needed required able "
    "capable "
    "responsible present occurring living"
)
PERSONAL = _set("i my me he she him his hers i'm i've we've we're he's she's mine")
TELLING = _set(
    "was were had did said says told went came took became began according yesterday today tonight tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november "
    "december ago recently currently now still already currently latest soon"
)
COMMON_ENDINGS = (
    "tion sion ment ness ity ism ology graphy nomy metry pathy ing ics sis itis osis emia oma ance ence ancy "
    "ency ship hood dom ture "
    "tude phobia therapy gram scope cracy archy logue phyte plasm some zyme ide ine ase ose ol gen cyte blast "
    "age ics phile"
).split()
"""Ends of words that are hardly ever names."""
LEAD_INS = _set(
    "however thus therefore hence moreover furthermore similarly likewise conversely instead meanwhile finally "
    "first second third "
    "specifically essentially basically technically generally typically traditionally simply scientifically formally "
    "and but so yet again also then here in at on for under with within among like unlike as to by from after "
    "before during "
    "when if while although though since because together today once given using because unlike whereas "
    "throughout across according "
    "recall broadly strictly economically mathematically biologically"
)
DOING = tuple(
    form
    for verb in "measure convert connect contain require allow provide study explain prevent protect control "
    "regulate produce "
    "include reflect affect focus affect emphasize enable create transport carry transfer separate store remove "
    "absorb eat obtain derive catalyze emit secrete surround cover consume".split()
    for form in (verb.removesuffix("y") + "ies" if verb == "study" or verb == "carry" else verb + "s", verb)
)
"""What kinds of things do by their nature, as definitions say it."""
STEERING = _set(
    "actually essentially basically technically typically generally usually simply really normally primarily mainly"
)
"""Adverbs that may stand between "is" and what a thing is."""
CLAIMS = _set("theory hypothesis law principle model doctrine theorem paradox perspective approach rule")
"""Names of things that say something: a theory "states that …"."""
TELLING_VERBS = _set(
    "says tells wants hopes thinks believes knows reveals suggests finds claims argues seems appears looks goes "
    "comes runs sits stands walks talks speaks waits hangs lies costs starts begins ends happens works gets "
    "remains stays feels sounds deserves awaits hits wins loses plays plans expects reads writes asks adds notes warns "
    "explains announces reports offers makes made takes comes came went got said told wanted is was has had does means "
    "includes occurs refers involves consists needs matters varies"
)
"""What things do in stories, and what says nothing of their nature."""
SETTINGS = _set(
    "statement interview study letter survey report article post email message speech ruling decision paper video "
    "photo poll review bid move effort attempt sense way word nutshell row hurry world moment while day year week "
    "month "
    "bowl pan pot skillet saucepan oven kitchen case example instance addition fact reality theory practice general "
    "particular short turn time response contrast comparison conclusion question sign lot number series pair bit piece "
    "experiment meeting briefing conference game match season race lawsuit complaint tweet blog book film spokesman "
    "look glance person man woman child student friend kid car house city school beginning morning evening following "
    "meantime process being setting surprising twist change situation visit trial note reading writing"
)
"""Words behind "in a" that only say where or when something is told."""
MEASURES = tuple(
    "Act Acts Amendment Clause Treaty Plan Doctrine Proclamation Compromise Ordinance Accords Agreement Decree Pact "
    "Policy Strategy strategy Law Laws Resolution".split()
)
"""Heads of names of laws and plans."""
