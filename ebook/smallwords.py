"""Facts by which a language is known: its small words, its endings, its letters.

Only words that carry grammar are here (articles, prepositions, pronouns, auxiliaries): they stand in every text,
whatever it is about, and are seldom borrowed. Written down by hand from grammars; nothing is trained on texts.
"""

from __future__ import annotations

from collections.abc import Mapping

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it was with as on be by this are from at have not which "
        "you but his her a an i he she we they my your our their its has had were been will would "
        "could should can may must if or when who what there no do does did so than then into about "
        "him them us me these those because where how all one out up",
        "fr": "le la les des et est une dans que pour qui sur au avec par pas plus ce sont du il "
        "elle nous vous mais de un en je tu on se sa son ses mon ma mes ton ta tes notre nos votre "
        "vos leur leurs aux ne cette ces cet comme tout tous être avoir fait était été ont ai suis "
        "où même sans sous entre chez donc car si quand lui y moi toi à très aussi bien faut peut "
        "rien jamais l d c j n s m t qu ça",
        "de": "der die das und ist nicht mit den von zu ein eine auf für dem sich des auch es wird "
        "im als aus sie ich du er wir ihr in an am war sind hat haben hatte bin bei nach über unter "
        "vor durch einen einem einer eines kein keine noch nur oder aber wenn dass daß wie was wer "
        "so man mir mich dir dich ihn ihm uns euch sein seine mein meine kann muss werden wurde "
        "worden zum zur vom um doch schon da hier wo alle allem immer",
        "es": "todavía aquí allí así nunca siempre entonces ella ellos cuyo el los las que y en una "
        "por con para del es se no su al lo como más pero sus este ha fue la de un a yo tú él "
        "nosotros me te le nos les mi mis tu tus son está están era eran ser estar hay he han había "
        "o si sin sobre entre muy también porque cuando donde quien qué cómo esta estos estas ese "
        "esa eso todo todos todas nada cada hasta desde ni ya",
        "it": "il che di della e per una con non sono del le nel gli alla dei si è da anche più ha "
        "questo la lo i un uno in a al ai agli alle dal dalla dai nella nei nelle sul sulla delle "
        "degli dello io tu lui lei noi voi loro mi ti ci vi se ma o come quando dove chi cosa era "
        "erano essere avere ho hai abbiamo hanno questa quello quella molto tutto tutti senza fra "
        "tra perché ogni mio mia suo sua l d c",
        "pt": "isto aqui ali lá então assim ainda nunca sempre que não uma os do da em para com dos "
        "das por mais é como ao se foi pela são também ou seu o a as e de um no na nos nas aos à às "
        "pelo eu tu ele ela nós eles elas me te lhe meu minha sua suas seus mas quando onde quem "
        "está estão era eram ser estar há tem têm tinha sem sobre entre muito este esta esse essa "
        "isso tudo todos já até só porque você vocês nem cada",
        "gl": "o a os as e de do da dos das un unha en no na nos nas que non é son con por para "
        "máis como ao á aos ás pola polo foi era ten teñen eu ti el ela nós me che lle meu miña seu "
        "súa pero cando onde quen tamén moi xa este esta isto ese esa todo todos sen sobre entre "
        "ata hai despois",
        "ca": "el la els les de del dels i a al als en un una uns unes que és són amb per no es se "
        "ha han va van jo tu ell ella nosaltres em et li ens us meu meva seu seva però quan on qui "
        "què com més molt també aquest aquesta això tot tots sense sobre entre fins ja hi ho era "
        "eren ser estar perquè d l n s",
        "oc": "lo la los las de del e en un una que es son amb per dins non pas se li nos vos mas "
        "quand ont qui coma mai plan tanben aquel aquela aquò tot totes sens sus entre era èran "
        "aver èsser lor sa sas cal pòt fòrça",
        "ro": "și nu că este pe care cu din mai la un ca sau fost pentru sunt dar acest prin o de "
        "în a al ale lui ei eu tu el ea noi voi se s îl îi mi ți ne vă e era erau fi am ai are avem "
        "au dacă când unde cine ce cum foarte tot toate fără între până după această acesta aceasta "
        "acum doar nici orice într",
        "la": "est omnis tuus meus noster nostra etiam tandem quarum quorum quibus unam unum eum "
        "eam et in non ad ut cum ex quod qui quae sed si de per a ab sunt esse aut nec atque ac "
        "enim autem hoc haec hic ille illa ipse quam nam neque sine pro post ante inter quid quis "
        "quo cui eius eorum suum sua suis tibi mihi nobis vobis nos vos ego tu me te se erat fuit "
        "erant sit quoque tamen igitur ergo iam ubi unde omnia omnes nihil semper apud nunc vel",
        "nl": "de het een van en is dat niet op te zijn voor met aan die er maar ook als door naar "
        "bij nog in om was ik je jij hij zij we wij jullie ze mijn jouw uw ons onze hun haar hem "
        "mij u heeft hebben had werd worden wordt kan kunnen moet zal zou dit deze geen wel of dan "
        "wie wat waar hoe uit over onder tot toen omdat want al veel alle zo tegen zich",
        "af": "die en van is in 'n het nie dat te vir met op aan wat sy ek jy hy ons hulle julle my "
        "jou hom haar was word sal kan moet wees baie ook maar as of by uit oor onder tot toe omdat "
        "waar hoe geen nou nog daar dit al",
        "lb": "de an ass net mat vun zu e eng op fir dem sech och et gëtt als aus si ech du hien "
        "mir dir am um war sinn huet hunn hat bei no iwwer ënner vir duerch keen keng nëmmen oder "
        "awer wann datt wéi wat wien esou d",
        "fy": "de it fan en is dat net op te foar mei oan dy der mar ek as troch nei by noch yn om "
        "wie ik do hy sy wy jimme har him my ús hawwe hat waard wurdt kin moat sil dit dizze gjin "
        "of dan wa wat wêr hoe út oer ûnder ta",
        "da": "endnu blevet hvorfor altså dog igen hver nogle noget nogen mange siden nogensinde "
        "hjem og det at en den til er som på de med han af for ikke der var mig sig men et har om "
        "vi jeg i du hun dig ham hende os jer dem min din sin deres vores blev bliver være kan skal "
        "vil ville skulle kunne havde hvad hvem hvor når hvis eller også efter ved fra under over "
        "uden mellem alle ingen så nu kun hvordan meget",
        "nb": "ennå blitt hvorfor altså igjen hver noen mange siden og det er på som en for av med "
        "til den ikke han at har var ble jeg fra men også så vi seg i et de om du hun meg deg ham "
        "henne oss dere dem min din sin deres vår blir være kan skal vil ville skulle kunne hadde "
        "hva hvem hvor når hvis eller etter ved under over uten mellom alle ingen nå bare hvordan "
        "mye noe",
        "nn": "enno vorte kvifor igjen kvar mange sidan og det er på som ein ei eit for av med til "
        "den ikkje han at har var vart eg frå men òg også så vi me seg i dei om du ho meg deg oss "
        "dykk min din sin vår deira blir vere kan skal vil ville skulle kunne hadde kva kven når "
        "viss eller etter ved under over utan mellom alle ingen no berre korleis mykje noko nokon",
        "sv": "ännu blivit varför alltså igen varje några något någon många sedan och att det som "
        "en på är av för med den till inte om har de ett jag men var han från så kan i du hon mig "
        "dig honom henne oss er dem min din sin deras vår blev blir vara ska skall vill ville "
        "skulle kunde hade vad vem när eller också efter vid under över utan mellan alla ingen nu "
        "bara hur mycket där här detta denna dessa mot hos",
        "is": "og að í á er sem ekki það um til við með en var af fyrir hann hún ég þú þeir þær þau "
        "okkur mig þig sig sér honum henni þeim frá eða ef þegar hvar hver hvað hvernig líka hafa "
        "hefur hafði vera voru verið eru mun skal yfir undir eftir án milli allir ekkert nú bara "
        "svo þá þar hér þetta þessi mjög",
        "fo": "og at í á er sum ikki tað um til við men var av fyri hann hon eg tú teir tær tey "
        "okkum meg teg seg honum henni teimum frá ella tá hvar hvør hvat hvussu eisini hava hevur "
        "hevði vera vóru verið eru skal yvir undir eftir uttan millum øll einki nú bara so har her "
        "hetta hesin sera",
        "fi": "olipa ollut ollaan oman eikä niiden niitä jossa jolla jolle joita ja on ei että oli "
        "se hän mutta ovat kun myös joka tai niin kuin olen sen ole mukaan minä sinä me te he minun "
        "sinun hänen meidän heidän olla olisi eivät en emme jos mitä kuka missä miten koska vain "
        "vielä jo nyt tämä tuo nämä ne jotka jonka hyvin kaikki mikään kanssa ilman ennen jälkeen "
        "minua häntä sitä siitä",
        "et": "elas kord kellel teda neid neile temale millal sellega ja on ei et oli see ta kui "
        "mis aga ka või siis kes oma nii ma sa me te nad mina sina tema meie teie nende olen oled "
        "oleme ole pole olid olla kus kuidas miks juba veel ainult nüüd need seda selle sellest "
        "kõik väga ilma enne pärast koos ning sest iga mitte mind",
        "lv": "un ir ka no uz ar par bet kas nav tas viņš viņa es tu mēs jūs viņi bija būs būt kā "
        "kad kur vai arī jau tikai vēl tā to tie šis šī savu savā pēc pirms bez starp pie līdz ja "
        "jo ļoti viss visi man tev mums jums sev vairs lai gan tagad",
        "lt": "ir yra kad į iš su per apie bet kas ne nėra tai jis ji aš tu mes jūs jie buvo bus "
        "būti kaip kada kur ar taip pat jau tik dar tas ta šis ši savo po prieš be tarp prie iki "
        "jei nes labai viskas visi man tau mums jums dabar čia ten už ant kai jo jos jų",
        "pl": "jesteś jesteśmy moja mój twój nasz swoje swoją jakby żeby nie się na jest do że to "
        "jak ale za od czy tak po przez dla jego był są tym oraz i w z o a ja ty on ona my wy oni "
        "mnie ciebie mu jej ich nas was mi ci jestem była było były być będzie co kto gdzie kiedy "
        "jeśli lub tylko już jeszcze ten ta te tego tej bardzo wszystko bez przed pod nad między ze "
        "we u który która które których",
        "cs": "něho nich nikdo nic každý která kterých kdyby můj tvůj náš se na je že to jak ale za "
        "od by tak po pro jeho byl jsou tím které který jako při a v z s o i k ve ze já ty on ona "
        "my vy oni mě tě mu ji nás vás si jsem byla bylo byli být bude co kdo kde když nebo jen už "
        "ještě ten ta tento tato toho velmi všechno bez před pod nad mezi jejich ani není u do své "
        "bych než",
        "sk": "neho nej nich nikto nič všetko každý ktorá ktorých ako keby sa na je že to ale za od "
        "by tak po pre jeho bol sú tým ktoré ktorý pri a v z s o i k vo zo so ja ty on ona my vy "
        "oni ma ťa mu ju nás vás si som bola bolo boli byť bude čo kto kde keď alebo len už ešte "
        "ten tá tento táto toho veľmi bez pred pod nad medzi ich ani nie u do svoje než",
        "sl": "smo dokler nekoč njega nje njih nihče vsak kateri katera ker kjer vendar in je na se "
        "da ki za so pa z v s ne bi po od iz pri kot tudi ali še do že le to ta ti jaz on ona mi vi "
        "oni me te ga jo nas vas si sem ste bil bila bilo bili biti bo kaj kdo kje ko če samo zelo "
        "vse brez pred pod nad med njegov njena njihov nič zdaj tako kako sva svojo",
        "hr": "i je u na se da su za od s sa o ne bi po iz kao ali ili što koji koja koje to taj ta "
        "ja ti on ona mi vi oni me te ga ju nas vas si sam smo ste bio bila bilo bili biti će tko "
        "gdje kad kada ako samo još već vrlo sve bez pred pod nad među njegov njezin njihov nije "
        "ništa sada tako kako nego svoj do kod ovaj ova ovo",
        "sq": "dhe e të në i një për me nga që është nuk si ka më do se por kjo ky ajo ai unë ti ne "
        "ju ata janë ishte ishin kam kanë kur ku kush çfarë pse edhe vetëm tani shumë gjithë pa "
        "para pas mes te deri ose nëse asnjë tij saj tyre im yt së u",
        "hu": "volt egyszer minden ezekkel azokkal vele tőle róla hozzá és hogy nem egy az is csak "
        "mint ez meg már ha de van azt kell vagy még lehet a én te ő mi ti ők engem téged őt minket "
        "nekem neki voltak lesz lenni vannak aki ami amely amit ahol mikor mert ezt ezek azok "
        "nagyon nélkül előtt után között majd most itt ott így úgy sem se ki be el fel le",
        "tr": "bunlar bunu şunu olsa olan ki hepsi üzerine altında üstünde içinde varmış yokmuş ve "
        "bir bu için ile da de çok olarak daha gibi ne ama en var kadar sonra ben sen o biz siz "
        "onlar beni seni onu bana sana ona benim senin onun mi mı mu mü değil yok ise ya veya hem "
        "şu şey her hiç nasıl neden nerede kim önce şimdi burada orada oldu olur olduğu olduğunu",
        "az": "və bir bu üçün ilə da də çox olaraq daha kimi nə amma ən var qədər olan sonra mən "
        "sən o biz siz onlar məni mənə sənə ona mənim sənin onun deyil yox isə ya hər heç necə niyə "
        "harada kim əvvəl indi burada orada oldu olur ki özü",
        "vi": "là của và không một có cho được người các trong với này đã những khi từ tôi bạn anh "
        "chị em ông bà nó chúng ta họ mình thì mà như nhưng hay hoặc nếu vì ở đến ra vào lên trên "
        "dưới đi rất cũng chỉ đang sẽ rồi còn nào gì ai đâu sao thế đây đó tất cả mọi về lại",
        "id": "yang dan di ini dengan untuk dari dalam tidak pada adalah akan juga itu ke oleh saya "
        "aku kamu anda dia mereka kita kami ia bisa dapat harus sudah telah belum sedang karena "
        "jika kalau atau tetapi tapi seperti lebih sangat hanya masih ada bukan apa siapa mana "
        "bagaimana kapan sebuah seorang para semua setiap antara tanpa bahwa agar saat ketika",
        "tl": "ang ng sa na mga ay at si ni ako ikaw siya kami tayo kayo sila ko mo niya namin "
        "natin ninyo nila hindi para kung ngunit pero dahil ito iyan iyon may mayroon wala lahat "
        "kanyang aking iyong ating kapag nang din rin lang pa ba po isang dapat",
        "sw": "na ya wa kwa ni katika za la cha vya kuwa hii hiyo huyo hao mimi wewe yeye sisi "
        "ninyi wao si kama lakini au pia sana tu bado kila yake yangu yako yao wetu ambayo ambao "
        "hakuna kuna alikuwa ilikuwa baada kabla nini nani wapi bila hapa",
        "eu": "hauek horiek haien nire zure gure izan zuten dago daude eta da ez bat ere dira zen "
        "du zuen ziren hau hori egin baina edo ala nola non noiz zer nor bere bezala baino gabe "
        "arte oso guztiak guzti dut dugu dute zituen naiz gara zara ni zu gu haiek honek horrek den "
        "dela direla duen dituen beste",
        "ga": "agus an na ar is tá bhí ní go le i a do sé sí mé tú muid siad sibh ag don den leis "
        "ach nach gur seo sin cá conas cad cé gach gan idir faoi roimh ó mar má nuair bhfuil raibh "
        "beidh liom leat dom duit mo mhaith",
        "gd": "agus an na air is tha bha cha gu le a do e i mi thu sinn iad sibh aig don den leis "
        "ach nach gur seo sin càite ciamar dè cò gach gun eadar fo ro mar ma nuair bheil robh bidh "
        "leam leat dhomh dhut mo am anns nam nan",
        "cy": "y yr a ac yn i o ar mae ei eu am gan wedi oedd fod sydd nid ond fel hefyd hyn hwn "
        "hon hwnnw mi fi ti ef hi ni chi nhw fy dy ein eich pwy beth ble pan os neu dim nad gyda at "
        "dros dan rhwng heb bydd roedd rwy wrth er",
        "br": "ar an al ur un ul hag ha ez eo zo oa ne ket da en er evit gant war eus a me te eñ hi "
        "ni c'hwi int ma pe petra piv pelec'h pa met ivez hep dre dindan etre o he hol mat bet",
        "mt": "u ta li il ma hu hi jien int aħna intom huma kien kienet kienu għal fuq minn dan din "
        "dawn dak dik iżda jew meta fejn min x'inhu kif ukoll biss issa hemm hawn kull bla bejn "
        "wara qabel tiegħu tagħha tagħhom fil lil għandu mhux",
        "eo": "la de kaj en estas ne al por kun ke mi vi li ŝi ĝi ni ili estis estos sed aŭ aŭt se "
        "kiam kie kiu kio kiel ĉar ankaŭ nur nun tiu tiuj ĉi ĉiuj ĉio sen inter sub super el da pri "
        "per po oni sin sia mia via lia nia ilia tre",
        "ms": "yang dan di ini dengan untuk dari dalam tidak pada adalah akan juga itu ke oleh saya "
        "aku kamu awak anda dia mereka kita kami ia boleh dapat mesti sudah telah belum sedang "
        "kerana jika kalau atau tetapi seperti lebih sangat hanya masih ada bukan apa siapa mana "
        "bagaimana bila sebuah seorang para semua setiap antara tanpa bahawa ketika",
        "mi": "te he i o me ki ka ko nga kua e mai atu ana kei hoki tēnei tēnā tērā ia au koe rātou "
        "tātou mātou tōna tōku kāore engari rā ai hei mō nō",
        "yo": "ni ti ń kò àti sí fún náà tí wọ́n wọn mo ó a bí jẹ́ ṣe pé láti nínú pẹ̀lú gbogbo kan yìí rẹ̀ rẹ",
        "uz": "va bir bu uchun bilan ham emas edi men sen u biz siz ular bor yoʻq kerak lekin agar "
        "qanday nima kim qayerda hamma juda endi oʻz keyin oldin boʻlgan boʻladi deb esa",
        # Cyrillic
        "ru": "каждый каждая другой друг себя свой потом тут там нас мной тебя и в не на что я с он "
        "как это по но они мы из за то все она так его от бы ты к у же вы был было были быть есть "
        "для о об мне меня ему её их вас этот эта эти тот когда если или только уже ещё еще где кто "
        "чтобы при до без под над между очень во со нет даже том чем который которая которые",
        "uk": "ні кожен інший себе свій потім тут там нас мною тебе і в не на що я з він як це по "
        "але вони ми із за то всі вона так його від би ти до у ж ви був було були бути є для про "
        "мені мене йому її їх вас цей ця ці той коли якщо або тільки вже ще де хто щоб при без під "
        "над між дуже та й зі немає навіть який яка які",
        "be": "ні кожны іншы сябе свой потым тут там яшчэ і ў не на што я з ён як гэта па але яны "
        "мы за то усе яна так яго ад бы ты да у ж вы быў было былі быць ёсць для пра мне мяне яму "
        "яе іх нас вас гэты гэтая гэтыя той калі або толькі ўжо дзе хто каб пры без пад над паміж "
        "вельмі няма нават які якая якія",
        "bg": "имало имал една един едно него нея тях си още нищо никой и в не на че аз с той как "
        "това по но те ние от за всички тя така го да ти към у вие беше бяха съм сме е са има мен "
        "му ги нас вас този тази тези когато ако или само вече къде кой при до без под над между "
        "много със няма дори който която които ще се което",
        "mk": "и во не на дека јас со тој како ова по но тие ние од за сите таа така го да си ти "
        "кон вие беше беа сум сме е се има мене му ги нас вас овој оваа овие кога ако или само веќе "
        "уште каде кој при до без под над меѓу многу нема дури што која кои ќе",
        "sr": "и је у на се да су за од с са о не би по из као али или што који која које то тај та "
        "ја ти он она ми ви они ме те га ју нас вас си сам смо сте био била било били бити ће ко "
        "где кад када ако само још већ врло све без пред под над међу његов њен њихов није ништа "
        "сада тако како него свој до код овај ова ово",
        "kk": "және бұл бір мен үшін да де ол біз сіз олар емес болды бар жоқ деп еді осы сол қалай "
        "кім не қайда өте енді барлық кейін бойынша туралы сияқты болып арқылы",
        "mn": "нь бол юм энэ тэр би чи бид та тэд байна байсан бөгөөд гэж гэсэн болон хүн нэг ч ба "
        "дээр доор маш бүх одоо хэн юу хаана уу үү биш",
        # Arabic
        "ar": "كنا كانوا لكنها لكنه أنها أنه إنه بها لهذا هؤلاء التى حول خلال تحت فوق في من على إلى "
        "أن هذا التي الذي هذه عن مع ما لا لم كان كانت قد هو هي أو إن كل بعد قبل بين ذلك تلك هناك "
        "أنا أنت نحن هم حيث عند حتى لكن ليس ثم بل كما عندما منذ و يا ولا وما وفي فيها فيه له لها",
        "fa": "زیر روی بود بودند شده‌است هستند هست می‌شود نمی پیش پس کرده‌اند و در به از که این است "
        "را با برای آن می یک شد خود تا های شده هم ما من تو او شما آنها بر اما اگر یا هر نیست باشد "
        "کرد کند کرده چه چون همه نه دیگر هیچ کنید ای ها بی",
        "ur": "پہ ایسی ایسا پھر بہت جب تب میری ہمارے تک رہا رہے رہی گا گی اور کے میں کی سے کا ہے کو "
        "نے پر یہ کہ وہ ہیں تھا تھی تھے بھی نہیں ایک جو تو ہو کر اس ان ہم آپ میرا لیے کیا گیا گئی "
        "کوئی سب لیکن اگر یا ہی",
        "ps": "د په او چې دا ته له کې نه دی ده سره یو به هم خو که څه زه هغه موږ تاسو دي کړي شو وه",
        "ckb": "لە و بە ئەم کە بۆ ئەو لەگەڵ من تۆ ئێمە نییە هەر بوو دەبێت یان هەموو چی کێ",
        # Devanagari
        "hi": "है के का में की और से को नहीं पर यह वह हैं था थी थे भी एक जो तो हो कर इस उस हम आप "
        "मेरा लिए क्या गया गई कोई सब लेकिन अगर या ही ने मैं तुम अपने किया",
        "mr": "आणि मला तुला त्याला तिला आम्हाला केली केले करावे काही मधील आहे हा ही हे ते तो ती मी "
        "तू आम्ही तुम्ही त्या या व नाही होते होता होती आहेत पण जर किंवा काय कोण कुठे कसे साठी मध्ये "
        "वर खूप सर्व एक आपण त्याने म्हणून झाला च",
        "ne": "हामीले मैले उसले यी ती गर्छ भयो गर्न सक्छ थिए छ र को मा ले लाई हो यो त्यो म तिमी "
        "हामी तपाईं उनी थियो छन् छैन भएको गर्ने पनि तर यदि वा के कहाँ कसरी लागि धेरै सबै एक आफ्नो "
        "गरेको भने हुन्छ",
        "sa": "च न तु एव अपि इति हि यत् तत् सः अहम् त्वम् अस्ति भवति मम तव यदा तदा यत्र तत्र सर्वे वा किम् यथा तथा अथ स्म",
        # Greek and Hebrew
        "el": "και το να η ο του της δεν είναι που με για στο στη στην θα τα την τον των από ότι οι "
        "μας σας μου σου ένα μια αυτό τι ή αλλά όταν πολύ",
        "grc": "καὶ δὲ γὰρ μὲν οὐκ οὐ ὁ ἡ τὸ τῆς τοῦ τῷ τὴν τὸν τῶν τοῖς ἐν εἰς ἐκ πρὸς ἐστὶν ἐστιν "
        "ἔστιν ἀλλὰ τε ὡς εἰ μὴ οἱ τὰ τοὺς κατὰ περὶ διὰ οὖν",
        "he": "של את על לא זה הוא היא אני אתה הם עם כי אם או גם כל אבל מה מי יש אין היה היתה הייתה "
        "אל זאת אשר רק עוד כמו בין לפני אחרי",
        "yi": "און איז די דער דאָס פֿון אין צו נישט ניט איך דו ער זי מיר איר זיי מיט אַז אַ אַן "
        "האָט געווען וואָס װאָס אויף אויך",
    }.items()
}
"""The commonest small words of a language."""

ENDINGS: Mapping[str, tuple[str, ...]] = {
    language: tuple(words.split())
    for language, words in {
        "en": "ing tion ness ough ould ight ous ful less",
        "fr": "ement tion eux euse oire ière ités eaux eurs ètre aient ais eut é ée ées és",
        "de": "ung ungen keit heit schaft lich ische ischen igen chen ieren iert cht",
        "es": "ción ciones dad dades miento mente aba aban ado ados idas ió eron ó",
        "it": "zione zioni mente tà aggio ezza ando endo ato ati ita ò are ere ire",
        "pt": "ção ções dade mente ão ões avam inho inha ou aram eiro agem",
        "nl": "ing ingen heid lijk lijke ijk tie isch ische oor oek aar ij",
        "da": "else elser hed lige ede eren erne",
        "sv": "ning ningar het lig liga ade arna erna",
        "fi": "ssa ssä sta stä lla llä lle nen inen een iin vat vät",
        "pl": "ość ować ego emu ych ich ami ów ski ska skie ają ął",
        "cs": "ost ovat ého ému ých ích ami ů ský ská ské ají ěl",
        "hu": "ság ség ban ben nak nek ból ből tól től ról ről ok ek ott ett",
        "ro": "ului elor ilor ește ească are ului ție ții ează",
        "tr": "lar ler ların lerin ından inden mak mek yor acak ecek dır dir lık lik",
        "la": "orum arum ibus tur ntur unt ere bat bant que",
        "ca": "ció cions itat ment ava aven ada ades",
        "eo": "oj ojn ajn as is os ante inte",
        "id": "kan nya",
    }.items()
}
"""Endings that say something of a lower-case word, at least two letters longer than they are."""

LETTERS: Mapping[str, str] = {
    "en": "",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "es": "áéíñóúü",
    "it": "àèéìòù",
    "pt": "áâãàçéêíóôõú",
    "gl": "áéíñóúü",
    "ca": "àçéèíïóòúü",
    "oc": "àáçéèíïóòú",
    "ro": "ăâîșțşţ",
    "la": "āēīōūæœ",
    "nl": "éëïóöü",
    "af": "êëôöïéîû",
    "lb": "äëéüö",
    "fy": "âêôûúé",
    "da": "æøåé",
    "nb": "æøåéòô",
    "nn": "æøåéòô",
    "sv": "äöåé",
    "is": "áðéíóúýþæö",
    "fo": "áðíóúýæø",
    "fi": "äö",
    "et": "äöõüšž",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "hr": "čćđšž",
    "sq": "çë",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşüâîû",
    "az": "çəğıöşü",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "id": "é",
    "ms": "é",
    "tl": "ñ",
    "sw": "",
    "eu": "ñ",
    "ga": "áéíóú",
    "gd": "àèìòù",
    "cy": "âêîôûŵŷáéíóúäëïöü",
    "br": "âêñùü",
    "mt": "ċġħżàèìòù",
    "eo": "ĉĝĥĵŝŭ",
    "mi": "āēīōū",
    "yo": "àáèéẹìíòóọṣùúńǹ",
    "uz": "ʻʼ",
}
"""The letters of a Latin alphabet beyond a to z (CLDR 46 exemplar characters, main set)."""
