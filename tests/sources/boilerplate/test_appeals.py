"""Appeals to the readers are no text, in whatever language; sentences that only resemble one are."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.appeals import is_appeal
from tests.sources.stories import expected, lines, story

APPEALS = [
    "Sign up to our free morning briefing and get the day's stories in your inbox.",
    "Sign up here for the Harbour Brief, our weekly newsletter.",
    "Get the stories that matter delivered to your inbox every morning.",
    "Enjoying this story? Subscribe to our newsletter for more.",
    "Like this article? Share it with your friends and follow us on Instagram.",
    "If you value our journalism, please consider making a donation.",
    "If you enjoy our reporting, please consider becoming a member today.",
    "Please consider supporting our work with a small donation.",
    "Your support makes this journalism possible. Donate today.",
    "Before you go: we depend on readers like you. Make a gift today.",
    "This article was made possible by the support of readers like you. Donate now.",
    "We need your help to keep our journalism free. Become a supporter today.",
    "Independent journalism costs money. Support us with a monthly contribution.",
    "Help us keep reporting: become a member from 5 euros a month.",
    "Please follow us on Twitter and Facebook.",
    "Join our WhatsApp channel for breaking news.",
    "Join us on Telegram for the latest news.",
    "Stay up to date: follow our channel on WhatsApp.",
    "Keep up with the latest news by following our Facebook page.",
    "Click here to join our WhatsApp channel.",
    "You can also follow us on Facebook, Twitter and Instagram.",
    "Download our app to get breaking news alerts.",
    "Stay in the know with our free weekday newsletter.",
    "Our free newsletter brings you the best of the week every Friday.",
    "Want the latest politics news straight to your inbox? Sign up here.",
    "Do you know more about this? Get in touch with our reporters at tips@example.com.",
    "Do you have a story to share? Email us at news@example.com.",
    "Add us as a preferred source on Google.",
    "Follow the Harbour Courier on Google News.",
    "Subscribers get unlimited access to all our stories: subscribe now for 1 euro.",
    "Click to login and write a letter to the editor or sign up for the Daily Briefing.",
    "Abonnieren Sie unseren kostenlosen Newsletter und verpassen Sie keine Nachricht.",
    "Unser Newsletter informiert Sie jeden Morgen über das Wichtigste vom Tag.",
    "Jeden Morgen das Wichtigste in Ihrem Postfach: Melden Sie sich hier an.",
    "Folgen Sie uns auf Facebook und Instagram.",
    "Folge uns auf WhatsApp und verpasse keine Nachricht mehr.",
    "Unterstützen Sie unabhängigen Journalismus mit einer Spende.",
    "Ihnen gefällt unsere Arbeit? Dann unterstützen Sie uns mit einer Spende.",
    "Hat dir dieser Artikel gefallen? Dann werde Mitglied und unterstütze uns.",
    "Mehr zum Thema erfahren Sie in unserem Newsletter.",
    "Unser WhatsApp-Kanal: Hier erhalten Sie die wichtigsten Nachrichten direkt aufs Handy.",
    "Sie haben Hinweise zu diesem Thema? Schreiben Sie uns an redaktion@example.de.",
    "Inscrivez-vous gratuitement à notre newsletter quotidienne.",
    "Recevez chaque matin l'essentiel de l'actualité dans votre boîte mail.",
    "Recevez gratuitement notre lettre d'information chaque semaine.",
    "Suivez toute l'actualité sur notre page Facebook.",
    "Soutenez un journalisme indépendant : faites un don.",
    "Cet article vous a plu ? Soutenez-nous en faisant un don.",
    "Rejoignez notre chaîne WhatsApp pour ne rien manquer de l'actualité.",
    "Abonnez-vous à notre chaîne WhatsApp.",
    "Vous souhaitez réagir à cet article ? Écrivez-nous à redaction@example.fr.",
    "Suscríbase a nuestro boletín y reciba cada mañana las noticias del día.",
    "Suscríbete gratis a nuestra newsletter.",
    "Recibe las noticias más importantes del día en tu correo.",
    "Síguenos en Facebook, X e Instagram.",
    "Únete a nuestro canal de WhatsApp y recibe las noticias al instante.",
    "Apoya el periodismo independiente: haz una donación.",
    "Hazte socio y apoya nuestro periodismo.",
    "Sigue nuestro canal de Telegram para estar al día.",
    "Puedes seguir a El Puerto en Facebook y X, o apuntarte aquí para recibir nuestra newsletter semanal.",
    "Receba as principais notícias do dia no seu e-mail.",
    "Assine nossa newsletter e receba as notícias do dia.",
    "Siga o nosso canal no WhatsApp e receba as notícias em primeira mão.",
    "Siga-nos no Instagram e no Facebook.",
    "Participe do nosso grupo no WhatsApp e receba notícias do porto.",
    "Apoie o jornalismo independente: faça uma doação.",
    "Clique aqui para receber notícias no WhatsApp.",
    "Iscriviti alla nostra newsletter per ricevere ogni giorno le notizie.",
    "Ricevi le notizie più importanti nella tua casella di posta.",
    "Segui il nostro canale WhatsApp per restare aggiornato.",
    "Sostieni il giornalismo indipendente con una donazione.",
    "Seguici su Facebook e Instagram.",
    "Schrijf je in voor onze nieuwsbrief en ontvang elke ochtend het nieuws.",
    "Meld je aan voor onze gratis nieuwsbrief.",
    "Volg ons op Facebook en Instagram.",
    "Ontvang elke dag het belangrijkste nieuws in je mailbox.",
    "Steun onafhankelijke journalistiek met een donatie.",
    "Heb je een tip? Mail onze redactie via tips@example.nl.",
    "Prenumerera på vårt nyhetsbrev och få nyheterna varje morgon.",
    "Följ oss på Facebook och Instagram.",
    "Anmäl dig till vårt nyhetsbrev.",
    "Har du ett tips? Mejla vår redaktion på tips@example.se.",
    "Få de viktigste nyhederne i din indbakke hver morgen: Tilmeld dig vores nyhedsbrev.",
    "Følg oss på Facebook.",
    "Følg os på Facebook og Instagram.",
    "Meld deg på vårt nyhetsbrev her.",
    "Tilaa uutiskirjeemme ja saat uutiset sähköpostiisi joka aamu.",
    "Seuraa meitä Facebookissa ja Instagramissa.",
    "Zapisz się do naszego newslettera i otrzymuj najważniejsze informacje.",
    "Codziennie rano najświeższe informacje na Twoją skrzynkę mailową. Zapisz się do newslettera!",
    "Dołącz do nas na Facebooku i bądź na bieżąco.",
    "Obserwuj nas na Google News.",
    "Wesprzyj niezależne dziennikarstwo. Wpłać darowiznę.",
    "Masz temat, o którym powinniśmy napisać? Napisz do nas na redakcja@example.pl.",
    "Přihlaste se k odběru našeho newsletteru.",
    "Sledujte nás na Facebooku a Instagramu.",
    "Podpořte nezávislou žurnalistiku.",
    "Sledujte nás na Facebooku.",
    "Iratkozzon fel hírlevelünkre, és értesüljön elsőként a hírekről.",
    "Kövessen minket a Facebookon!",
    "Támogassa a független újságírást!",
    "Abonați-vă la newsletterul nostru.",
    "Urmăriți-ne pe Facebook și Instagram.",
    "Susține jurnalismul independent cu o donație.",
    "Подписывайтесь на наш Telegram-канал, чтобы не пропустить новости.",
    "Подпишитесь на наш канал в Телеграме.",
    "Присоединяйтесь к нам на Facebook, Twitter, ВКонтакте.",
    "Присоединяйтесь к нашему каналу в Telegram.",
    "Читайте нас в Telegram и ВКонтакте.",
    "Наш канал в Telegram: быстро и по делу.",
    "Больше новостей в нашем телеграм-канале.",
    "Следите за нашими новостями в Telegram.",
    "Поддержите независимую журналистику: сделайте пожертвование.",
    "Хотите первыми узнавать новости? Подпишитесь на нашу рассылку.",
    "Есть что рассказать? Пишите нам на news@example.ru.",
    "Підписуйтесь на наш канал у Telegram.",
    "Приєднуйтесь до нас у Facebook.",
    "Читайте нас у Telegram.",
    "Підтримайте незалежну журналістику.",
    "Абонирайте се за нашия бюлетин.",
    "Последвайте ни във Facebook.",
    "Пратите нас на Фејсбуку.",
    "Pratite nas na Facebooku i Instagramu.",
    "Prijavite se na naš newsletter.",
    "Εγγραφείτε στο newsletter μας για να λαμβάνετε τα νέα κάθε πρωί.",
    "Ακολουθήστε μας στο Google News και μάθετε πρώτοι όλες τις ειδήσεις.",
    "Ακολουθήστε μας στο Facebook.",
    "Στηρίξτε την ανεξάρτητη δημοσιογραφία.",
    "Haberlerimizi kaçırmamak için bültenimize abone olun.",
    "Bizi Facebook ve Instagram'da takip edin.",
    "WhatsApp kanalımıza katılın, haberleri ilk siz öğrenin.",
    "Google News'te bize abone olun.",
    "Bağımsız gazeteciliği destekleyin.",
    "اشترك في نشرتنا البريدية ليصلك جديد الأخبار كل صباح.",
    "تابعونا على فيسبوك وتويتر.",
    "انضم إلى قناتنا على واتساب.",
    "ما را در تلگرام دنبال کنید.",
    "کانال تلگرام ما را دنبال کنید.",
    "הירשמו לניוזלטר שלנו וקבלו את החדשות בכל בוקר.",
    "עקבו אחרינו בפייסבוק.",
    "हमारे व्हाट्सऐप चैनल से जुड़ें और ताज़ा ख़बरें पाएं।",
    "हमें फेसबुक और ट्विटर पर फॉलो करें।",
    "ताज़ा ख़बरों के लिए हमारे न्यूज़लेटर को सब्सक्राइब करें।",
    "Ikuti kami di Instagram dan Facebook.",
    "Dapatkan berita terbaru di saluran WhatsApp kami.",
    "Berlangganan newsletter kami untuk berita terbaru.",
    "Ikuti saluran WhatsApp kami.",
    "Theo dõi chúng tôi trên Facebook.",
    "Đăng ký nhận bản tin của chúng tôi.",
    "ติดตามเราได้ที่ Facebook",
    "メールマガジンに登録して最新ニュースを受け取りましょう。",
    "公式LINEアカウントを友だち追加してください。",
    "뉴스레터를 구독하시면 매일 아침 주요 뉴스를 받아보실 수 있습니다.",
    "카카오톡 채널을 추가해 주세요.",
    "关注我们的微信公众号，获取最新资讯。",
    "欢迎关注本网官方微博。",
    "扫描二维码关注我们的公众号。",
    "訂閱我們的電子報，每天掌握最新消息。",
    "追蹤我們的臉書粉絲專頁。",
    "加入我們的LINE好友。",
]  # fmt: skip
SENTENCES = [
    "Sign up for the march has been slow, the organisers said on Monday.",
    "The newsletter that the council sends to every household will cost 40,000 euros more next year.",
    "Readers of the newspaper donated 12,000 euros to the flood victims.",
    "The company sends your data to a server abroad whenever you subscribe to its newsletter, the report says.",
    "She asked residents to follow her on Facebook, where she posts the council's agenda each week.",
    '"Follow us on Facebook," the sign above the door of the bakery read.',
    "The party asked its members to donate to the campaign before Friday.",
    "Donations to the museum can be made at the desk, the director said.",
    "You can follow the match on the big screen in the main square from eight o'clock.",
    "WhatsApp said it would close the channel after the complaint.",
    "The Telegram channel of the governor reported three hits near the harbour.",
    "The app, which was downloaded two million times, was withdrawn on Tuesday.",
    "Download speeds in the north are half of those in the capital.",
    "Get the balance wrong and the bridge falls, the engineer told the hearing.",
    "Join the queue early: the ferry fills up an hour before it leaves.",
    "Our journalism was never better than in the war, the former editor writes in her memoirs.",
    "Support for the government fell to 31 per cent in the latest poll.",
    "Support us or lose your seats, the union told the three deputies.",
    "If you have symptoms, contact your doctor by telephone before you visit the surgery.",
    "If you enjoy mountain walks, the path behind the castle is the best in the region.",
    "Thank you for everything, she wrote in her last letter to the editor.",
    "Comments by the minister that the harbour would close were misunderstood, he said.",
    "All comments are public record under the new law.",
    "Subscribers to the telephone service will pay two euros more from January.",
    "Subscribe to the theory or not, the figures are hard to explain in any other way.",
    "Members of the channel had shared the pictures for months before the police came.",
    "The publisher's newsletter, which has 90,000 subscribers, will be free again.",
    "Readers can send their ideas to the city by e-mail until the end of May.",
    "Send us more doctors, the mayor of the island asked the government in March.",
    "Email us the documents, the lawyer had written to the company.",
    "Please consider the children, the judge said to both parents.",
    "Help us, the passengers shouted to the crew of the second boat.",
    "We need your help, the mayor told the volunteers on Sunday.",
    "Die Stadt hat ihren Newsletter eingestellt, weil ihn nur 200 Menschen abonniert hatten.",
    "Folgen Sie dem Weg bis zur Brücke und biegen Sie dann nach links ab.",
    "Unterstützen Sie den Antrag, oder lassen Sie es, sagte der Bürgermeister zum Rat.",
    "Spenden für die Opfer der Flut nimmt das Rote Kreuz entgegen.",
    "Melden Sie sich bei der Polizei, wenn Sie den Wagen gesehen haben.",
    "Der Kanal des Ministers auf Telegram hat 40.000 Abonnenten.",
    "Hinweise nimmt die Polizei unter der Nummer 0123 456 entgegen.",
    "Schreiben Sie uns nicht ab, sagte der Trainer nach dem Spiel.",
    "Suivez le sentier jusqu'au pont, puis tournez à gauche.",
    "Inscrivez-vous sur les listes électorales avant vendredi, rappelle la mairie.",
    "Soutenez-vous ce projet, a demandé le maire aux habitants.",
    "La chaîne WhatsApp du ministère compte 40 000 abonnés.",
    "Sigue la lluvia en el norte, según el servicio meteorológico.",
    "Sigue la carretera hasta el puente y gira a la izquierda.",
    "Recibe el premio por su trabajo en el puerto durante veinte años.",
    "El canal de WhatsApp del ministerio tiene 40.000 seguidores.",
    "Únete o calla, le dijo el alcalde al concejal.",
    "Siga a estrada até a ponte e vire à esquerda.",
    "Segui la strada fino al ponte, poi gira a sinistra.",
    "Il canale WhatsApp del ministero ha 40 mila iscritti.",
    "Volg de weg tot aan de brug en sla dan linksaf.",
    "Zapisz się na badania do końca maja, apeluje szpital.",
    "Подпишитесь под петицией, призвала жителей мэр города.",
    "Телеграм-канал губернатора сообщил о трёх прилётах.",
    "Присоединяйтесь к субботнику, призвала жителей мэр города.",
    "Читайте Чехова, советовал он своим ученикам.",
    "Поддержите нас, просили рабочие у депутатов.",
    "Канал в Telegram, который вёл задержанный, удалён.",
    "Ακολουθήστε τον δρόμο μέχρι τη γέφυρα και στρίψτε αριστερά.",
    "Εγγραφείτε στους εκλογικούς καταλόγους έως την Παρασκευή, λέει ο δήμος.",
    "Belediye, WhatsApp kanalını kapattığını açıkladı.",
    "关注民生的代表提出了三项建议。",
    "微信公众号发布的消息称，大桥将于五月关闭。",
    "警方通过官方微博通报了案件的最新情况。",
    "該公司的臉書粉絲專頁被駭客入侵。",
    "카카오톡 채널을 통해 허위 사실을 퍼뜨린 혐의를 받는다.",
    "公式LINEアカウントが乗っ取られたと市が発表した。",
    "تابع رئيس الوزراء سير العمل في الميناء صباح اليوم.",
    "اشترك في المسيرة آلاف الأشخاص يوم الجمعة.",
    "انضم إلى الحزب عام 1999 وشغل عدة مناصب.",
    "کانال تلگرام فرماندار از سه حمله خبر داد.",
]


@pytest.mark.parametrize("line", APPEALS)
def test_an_appeal(line: str) -> None:
    assert is_appeal(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_a_story(line: str) -> None:
    assert not is_appeal(line)


@pytest.mark.parametrize("tag", ["p", "div", "p class=text", "p><em", "blockquote><p", "h3"])
def test_an_appeal_between_paragraphs_is_no_part_of_the_text(tag: str) -> None:
    line = "If you value our journalism, please consider making a donation."
    page = f"<article><h1>T</h1><div class=c>{story(1, 2)}<{tag}>{line}</{tag.split(maxsplit=1)[0].split('>', maxsplit=1)[0]}>{story(3, 4)}</div></article>"
    assert lines(page) == expected(1, 4)


def test_what_is_told_beside_an_appeal_stays() -> None:
    assert not is_appeal("The ferry to the island will sail again in May. Follow us on Facebook for the day.")
    about = (
        "The Post tells of the harbour. Sign up for our newsletter to have its stories sent to your inbox."
    )
    assert is_appeal(about)


def test_a_long_paragraph_is_no_appeal() -> None:
    assert not is_appeal("Subscribe to our newsletter. " * 20)


def test_an_appeal_that_a_story_quotes_stays() -> None:
    assert is_appeal("Subscribe to our newsletter today.")
    assert not is_appeal("“Subscribe to our newsletter today.”")
    assert not is_appeal("“Subscribe to our newsletter today,” said the sign.")
    said = "“We want them to show us on Facebook, like on Twitter, what we read,” she said. “They want to learn.”"
    assert not is_appeal(said)
    assert is_appeal("“Harbour Brief”: subscribe to our newsletter today.")


def test_a_letter_to_the_readers_box_is_offered_without_being_asked_for() -> None:
    assert is_appeal("The newsletter of the Post tells you of the harbour, right to your inbox.")
    assert not is_appeal("The newsletter of the Post told the town of the harbour.")


def test_how_long_an_appeal_is_at_most() -> None:
    appeal = "Subscribe to our newsletter. " * 20
    assert is_appeal(appeal[:500])
    assert not is_appeal(appeal[:501])
