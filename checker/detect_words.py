"""The most frequent words of languages: enough to tell the language of a paragraph without loading a model.

Lists compiled by the retold authors. Languages that retold knows nothing else of stand here because their words look
like those of one it knows: without Galician, a Galician text would pass for Portuguese.
"""

from __future__ import annotations

FREQUENT: dict[str, str] = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which were we their been has when who will would more there said its she her him can than about into could",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux "
    "été cette ou mais ont sa ses leur comme fait nous elle lui on être deux après même aussi était selon",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está según",
    "it": "di e il la che in a per un del non è i le una da si con della sono al come dei più nel alla ma anche lo gli "
    "ha su se delle questo o ci stato ed dal essere nella tra suo degli anni quando dopo sua due era ai hanno",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu "
    "sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem são",
    "nl": "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog worden "
    "door naar heeft hebben over tot ze wordt hij was werd kan deze meer ik dit zou geen wel na we tegen",
    "pl": "w i na z się nie do to że o jest jak po za od przez a ale dla co tym tego był są ma tak już być jego czy "
    "będzie oraz także jej które który przed może pod było ich tylko ze roku która między podczas według",
    "tr": "ve bir bu da de için ile çok daha olarak olan gibi kadar sonra ne en o ancak ise her göre var değil iki "
    "ama olduğunu tarafından üzerinde şekilde diye dedi büyük yeni yıl bin oldu ya ki içinde eden etti veya",
    "ru": "в и не на что с по как из у за от так к для но это то он о же его все был бы её ее были они а также если "
    "после уже до или года только при был может чтобы время которые который этого во со быть было есть том",
    "uk": "в у і та не на що з до як за від це й про але для він його по із є так його їх бути були або також якщо "
    "після вже був буде року тільки при може щоб час які який цього під було яка вона вони а ще між зі її",
    "cs": "a se v na je že z s o do i to k ve pro za by ale si po jako od však jsou která který které byl jeho také "
    "podle bude při jen být než až už ze nebo která tím má jsem bylo jeho tak své není",
    "sk": "a sa v na je že z s o do i to k vo pre za by ale si po ako od však sú ktorá ktorý ktoré bol jeho tiež podľa "
    "bude pri len byť než až už zo alebo tým má som bolo tak svoje nie aj",
    "sv": "och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan när år "
    "under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än",
    "da": "og i at det som en på er af for med den til ikke har de om et han men var jeg sig fra vi så kan når år "
    "under også efter eller nu sin der ved mod skal skulle kommer ud får være havde alle andre meget end blev",
    "no": "og i at det som en på er av for med den til ikke har de om et han men var jeg seg fra vi så kan når år "
    "under også etter eller nå sin der ved mot skal skulle kommer ut får være hadde alle andre mye enn ble",
    "ro": "de și în a la cu pe o din că care este un pentru nu mai sau dar au fost ca să se lui prin după sunt ale "
    "cele fi între am al său acest această foarte fiind ce te era ei când doar până ani",
    "ca": "de la i el que a en les els per un amb del una no és al es com més però seva seu o ha són aquest aquesta "
    "pel dels també va ser als entre fins sobre quan ja ho han molt sense anys havia on hi si",
    "gl": "de a o que e do da en un para é con non unha os no se na por máis as dos como pero foi ao el das ten á seu "
    "súa ou ser cando moi hai nos xa está eu tamén só polo pola ata iso ela entre era despois sen son",
    "af": "die van en in is dat nie het te wat met vir 'n op aan sy hy was om as word sal deur ook maar by kan uit "
    "hulle dit na ek sê daar ons meer een oor wees ander moet jaar tot hul",
    "hu": "a az és hogy nem is egy volt de meg ezt csak azt mint már még van ha el vagy lesz ez ki amely után ami "
    "akkor majd fel között minden lehet kell szerint pedig sem aki két őt ennek szerint által",
    "fi": "ja on ei se että hän oli ovat mutta myös joka kun niin kuin tai sen ole jos mukaan vain sekä hänen jo "
    "ollut nyt olla voi jotka sitten mitä tämä vielä tämän he kanssa vuonna ovat hänet",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan juga oleh ada sebagai adalah tersebut telah "
    "mereka ke karena bisa saya dia tahun kami lebih atau namun setelah saat menjadi orang para sudah",
    "ms": "yang dan di dengan untuk dari pada ini itu dalam tidak akan juga oleh ada sebagai adalah tersebut telah "
    "mereka ke kerana boleh saya beliau tahun kami lebih atau namun selepas ketika menjadi orang para sudah",
    "hr": "i u je se na da su za od s a o koji kao što nije bi će to iz ali ne do koje sam bio ili nakon samo još više "
    "te koja prema kako može kada bilo godine oko ova ovo njegov",
    "sl": "in v je na da se za so z s po pa ki ne bi od kot tudi iz o do bo ni še pri ali kar le bil že tem ima samo "
    "lahko med so zaradi ko leta njegov",
    "sq": "të e në dhe i se për me një që nga është ka si do më nuk u janë ishte kjo por ky kanë pas tij duke edhe",
    "az": "və bir bu da də üçün ilə çox daha kimi qədər sonra nə ən o ancaq isə hər görə var deyil iki amma olan "
    "tərəfindən deyib edib olub böyük yeni il min olaraq ki edən",
    "be": "у і на не што з да як за ад гэта але для ён яго па са ў ці таксама калі пасля ужо быў года толькі пры можа "
    "каб час якія які былі было яна яны а яшчэ паміж яе",
    "bg": "на и в да за от се с е по не че са като но до при това си той които има който или така бе след само във "
    "години също още може беше със те как ще който към между ги",
    "sr": "и у је се на да су за од с а о који као што није би ће то из али не до које сам био или након само још више "
    "те која према како може када било године",
    "mk": "и на во да за од се со е по не дека ќе што како но до при ова тој кои има кој или така беше само година "
    "уште може биле ги ја го му",
    "kk": "және бұл бір мен да де үшін деп болып бар ол бойынша осы сол кейін туралы еді емес жылы арқылы қазақстан",
    "ar": "في من على إلى أن عن التي الذي مع هذا هذه ما لا كان وقد بعد قال ذلك كما أو بين لم قبل كل حتى إن خلال عام "
    "وقال أنه غير منذ قد ثم كانت عند هو هي أي حول بأن لها وفي ولم وهو",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده اما شد یا او باید ما های می گفت دارد بود "
    "وی هر دو کند شود پس اگر",
    "ur": "کے کی میں ہے کا اور سے کو نے یہ پر کہ ہیں بھی ایک تھا اس گیا کہا نہیں تو ان کر وہ جو لیے ہو رہے تھے گئے",
    "hi": "के में की है और से का को हैं ने कि पर भी यह इस एक नहीं हो था कर लिए कहा तो गया वह रहे अपने थे साथ जो जा "
    "थी ही बाद या कुछ वे तक किया",
    "mr": "आणि आहे या की हे ते व तर होते नाही आहेत मध्ये केली होता असे त्या करण्यात झाली त्यांनी यांनी साठी पण",
    "ne": "र को मा छ हो लाई ले पनि भएको गर्ने यो छन् थियो गरेको हुने तर एक भने त्यो गरी उनले",
    "el": "και το να του η της με που για την από είναι σε τον τα στο οι δεν θα τη ότι ο των στην ως αυτό μια ένα στη "
    "αλλά έχει τους στον κατά όπως μετά ήταν πως ή μας έχουν",
    "he": "של את על לא הוא זה עם כי גם היא אל אבל כל יותר או אם יש היה בין מה רק לאחר אני הם אין זו כדי היו עוד שלא עד "
    "לפני אמר שנים הזה ידי כך שהוא אחד",
    "lt": "ir į kad iš su yra tai kaip už bet apie jis buvo o po nuo dėl taip dar tik kai per prie jo kuris metų iki "
    "savo jau ar arba ne",
}
