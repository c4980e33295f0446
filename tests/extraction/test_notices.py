"""Headings of pages that stand in an article's place are told from headlines, in many languages."""

from __future__ import annotations

import pytest

from newscrawler.extraction.notices import notice_of

NOTICES = {
    "challenge": {
        "en": ("Just a moment...", "Attention Required! | Cloudflare", "Are you a robot?", "Verifying you are human", "Access Denied", "Human Verification"),
        "de": ("Einen Moment bitte …", "Sicherheitsüberprüfung", "Bestätigen Sie, dass Sie ein Mensch sind", "Zugriff verweigert"),
        "fr": ("Un instant…", "Vérification de sécurité", "Veuillez patienter", "Accès refusé"),
        "es": ("Un momento…", "Verificación de seguridad", "Acceso denegado", "¿Eres humano?"),
        "it": ("Un momento…", "Attendere prego", "Controllo di sicurezza", "Accesso negato"),
        "pt": ("Um momento…", "Verificação de segurança", "Aguarde um momento", "Acesso negado"),
        "pl": ("Chwileczkę…", "Proszę czekać", "Potwierdź, że jesteś człowiekiem", "Odmowa dostępu"),
        "ru": ("Проверка браузера", "Один момент…", "Вы не робот?", "Доступ ограничен", "Подтвердите, что вы не робот"),
        "uk": ("Зачекайте, будь ласка", "Перевірка браузера", "Ви не робот?", "Доступ заборонено"),
        "nl": ("Even geduld a.u.b.", "Beveiligingscontrole", "Toegang geweigerd", "Een moment geduld…"),
        "sv": ("Vänta lite …", "Ett ögonblick", "Säkerhetskontroll", "Åtkomst nekad"),
        "tr": ("Bir dakika lütfen...", "Güvenlik doğrulaması", "Erişim engellendi", "İnsan olduğunuzu doğrulayın"),
        "zh": ("请稍候…", "安全验证", "人机验证", "访问被拒绝", "請稍候...", "正在检查您的浏览器"),
        "ja": ("しばらくお待ちください...", "ブラウザを確認しています", "アクセスが拒否されました", "私はロボットではありません"),
        "ko": ("잠시만 기다리십시오…", "보안 확인", "로봇이 아닙니다", "접근이 차단되었습니다"),
        "ar": ("لحظة من فضلك...", "يرجى الانتظار", "التحقق من المتصفح", "تم رفض الوصول"),
    },
    "consent": {
        "en": ("Before you continue", "We value your privacy", "Cookie settings", "Your privacy choices"),
        "de": ("Datenschutzeinstellungen", "Zustimmung erforderlich", "Cookie-Einstellungen", "Mit Werbung weiterlesen", "Zustimmen & weiterlesen"),
        "fr": ("Votre vie privée", "Nous respectons votre vie privée", "Gérer les cookies", "Continuer sans accepter"),
        "es": ("Tu privacidad", "Valoramos tu privacidad", "Configuración de cookies", "Tu privacidad es importante para nosotros"),
        "it": ("La tua privacy", "Impostazioni privacy", "Prima di continuare", "Preferenze sui cookie"),
        "pt": ("A sua privacidade", "Valorizamos a sua privacidade", "Definições de cookies"),
        "pl": ("Twoja prywatność", "Ustawienia prywatności", "Szanujemy Twoją prywatność"),
        "ru": ("Настройки конфиденциальности", "Мы ценим вашу конфиденциальность", "Согласие на обработку персональных данных"),
        "uk": ("Налаштування конфіденційності", "Ми цінуємо вашу приватність"),
        "nl": ("Cookie-instellingen", "Uw privacy", "Wij respecteren uw privacy"),
        "sv": ("Din integritet", "Cookieinställningar", "Vi värnar om din integritet"),
        "tr": ("Gizlilik ayarları", "Gizliliğinize önem veriyoruz", "Çerez tercihleri"),
        "zh": ("隐私设置", "我们重视您的隐私", "Cookie 设置", "隱私權政策"),
        "ja": ("プライバシー設定", "クッキーの設定", "Cookieの使用について"),
        "ko": ("개인정보 보호", "쿠키 설정", "개인정보 수집 동의"),
        "ar": ("خصوصيتك تهمنا", "إعدادات الخصوصية", "نحن نقدر خصوصيتك"),
    },
    "login": {
        "en": ("Log in", "Sign in to your account", "Login required", "Subscribe to read | The Gazette", "Register or sign in"),
        "de": ("Anmelden", "Anmeldung", "Einloggen", "Anmelden bei Der Bote"),
        "fr": ("Connexion", "Se connecter", "Identifiez-vous", "Connectez-vous"),
        "es": ("Iniciar sesión", "Inicia sesión", "Inicio de sesión", "Mi cuenta"),
        "it": ("Accedi", "Accedi al tuo account", "Area riservata"),
        "pt": ("Entrar", "Fazer login", "Iniciar sessão", "Faça login"),
        "pl": ("Zaloguj się", "Logowanie", "Zaloguj się do serwisu"),
        "ru": ("Вход", "Войти", "Авторизация", "Вход на сайт"),
        "uk": ("Вхід", "Увійти", "Авторизація"),
        "nl": ("Inloggen", "Log in bij De Bode", "Aanmelden"),
        "sv": ("Logga in", "Inloggning", "Mitt konto"),
        "tr": ("Giriş yap", "Üye girişi", "Oturum aç"),
        "zh": ("登录", "用户登录", "请先登录", "會員登入"),
        "ja": ("ログイン", "会員ログイン", "ログインしてください"),
        "ko": ("로그인", "회원 로그인", "로그인이 필요합니다"),
        "ar": ("تسجيل الدخول", "سجل الدخول"),
    },
    "soft_404": {
        "en": ("404", "Error 404 - Not found", "Page not found", "Oops, we couldn't find that page", "Sorry, this page doesn’t exist", "The page you requested could not be found", "This article is no longer available", "Page Not Found (404)"),
        "de": ("Seite nicht gefunden", "Die Seite wurde nicht gefunden", "Diese Seite existiert nicht", "Hoppla! Seite nicht gefunden", "Artikel nicht mehr verfügbar"),
        "fr": ("Page introuvable", "Page non trouvée", "Erreur 404", "Cette page n’existe pas", "Oups, cette page est introuvable"),
        "es": ("Página no encontrada", "No se encontró la página", "La página no existe", "Error 404"),
        "it": ("Pagina non trovata", "La pagina non esiste", "Errore 404"),
        "pt": ("Página não encontrada", "Esta página não existe", "Erro 404", "Notícia não encontrada"),
        "pl": ("Strona nie istnieje", "Nie znaleziono strony", "Strona nie została znaleziona", "Błąd 404"),
        "ru": ("Страница не найдена", "Такой страницы не существует", "Ошибка 404", "Материал удалён", "Упс! Страница не найдена"),
        "uk": ("Сторінку не знайдено", "Сторінка не існує", "Помилка 404"),
        "nl": ("Pagina niet gevonden", "Deze pagina bestaat niet", "Oeps! Pagina niet gevonden", "De pagina kan niet worden gevonden"),
        "sv": ("Sidan kunde inte hittas", "Sidan finns inte", "Hoppsan! Sidan hittades inte"),
        "tr": ("Sayfa bulunamadı", "Aradığınız sayfa bulunamadı", "404 - Sayfa Bulunamadı"),
        "zh": ("页面不存在", "您访问的页面不存在", "找不到页面", "抱歉,您要找的页面不存在", "頁面不存在", "文章已删除"),
        "ja": ("ページが見つかりません", "お探しのページは見つかりませんでした", "記事が見つかりません", "404 エラー"),
        "ko": ("페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다", "존재하지 않는 페이지입니다"),
        "ar": ("الصفحة غير موجودة", "عذرا، الصفحة غير موجودة", "لم يتم العثور على الصفحة"),
    },
    "unavailable": {
        "en": ("Fatal error", "Fatal error: Uncaught PDOException: could not connect", "Uncaught TypeError", "503 Service Temporarily Unavailable", "Site under maintenance", "We'll be back soon", "500 Internal Server Error"),
        "de": ("Wartungsarbeiten", "Seite vorübergehend nicht erreichbar"),
        "fr": ("Site en maintenance",),
        "es": ("Sitio en mantenimiento",),
        "ru": ("Технические работы", "Сайт временно недоступен"),
        "zh": ("系统维护中",),
        "ja": ("メンテナンス中",),
        "ko": ("시스템 점검 중",),
    },
}  # fmt: skip
EACH = [
    (kind, language, heading)
    for kind, by_language in NOTICES.items()
    for language, headings in by_language.items()
    for heading in headings
]


@pytest.mark.parametrize("kind", NOTICES)
def test_alone_or_beside_the_publications_name(kind: str) -> None:
    wrong = [
        (language, heading)
        for language, headings in NOTICES[kind].items()
        for heading in headings
        if not is_known(kind, language, heading)
    ]
    assert wrong == []


def is_known(kind: str, language: str, heading: str) -> bool:
    name = {"zh": "河畔日报", "ja": "川辺新聞", "ko": "강변일보", "ru": "Речной вестник"}.get(
        language, "The Gazette"
    )
    forms = [heading, f"{heading} | {name}", f"{name} - {heading}"]
    if language != "tr":
        forms.append(heading.upper())
    return all(notice_of(form) == kind for form in forms)


@pytest.mark.parametrize(
    "headline",
    [
        "404 jobs go at the mill",
        "Not found guilty: three walk free",
        "Access denied: why walkers lost the moor",
        "Please wait for the vaccine, says minister",
        "How to sign in to the new portal",
        "Sign in to the new harbour register, ships are told",
        "Captcha is dead, say researchers",
        "Are you a robot? A reader asks",
        "Cookies for everyone at the town's fair",
        "Your privacy in the age of cameras",
        "Sorry, said the minister, and left",
        "Bridge under maintenance until spring",
        "Page after page: the diaries of a lock keeper",
        "Die Seite der Verlierer",
        "Einen Moment der Stille für die Opfer",
        "Seite an Seite: Nachbarn helfen Nachbarn",
        "Un instant de grâce à l'opéra",
        "La page est tournée pour le maire",
        "Un momento para la historia",
        "Ingreso de turistas cae en enero",
        "Accesso al mare, la spiaggia è di tutti",
        "Um momento de silêncio pelas vítimas",
        "Strona rządowa odpiera zarzuty",
        "Вход в парк сделают платным",
        "Доступ к морю закрыли до весны",
        "Проверка бюджета выявила нарушения",
        "Увы, лето кончилось",
        "Вхід до музею стане безкоштовним",
        "Even geduld nog voor reizigers op het spoor",
        "Helaas, geen titel voor Ajax",
        "Vänta inte med att byta däck",
        "Bir dakika saygı duruşu yapıldı",
        "安全检查发现三百处隐患",
        "登录月球的第一人去世",
        "安全確認を怠った会社に罰金",
        "로그인 정보 유출, 은행이 사과했다",
        "보안 검사 강화된 공항의 하루",
        "الدخول إلى المتحف مجانا يوم الجمعة",
        "",
        "The Gazette",
    ],
)
def test_a_headline_is_none(headline: str) -> None:
    assert notice_of(headline) is None
    assert notice_of(f"{headline} | The Gazette") is None


@pytest.mark.parametrize(
    "part", ["a ", "page ", "ой ", "sorry ", "not ", "页", "ページ", "(,:;", "404", "x: ", "site ", "| ", "é"]
)
@pytest.mark.timeout(5)
def test_no_heading_takes_long(part: str) -> None:
    for length in range(150, 200):
        notice_of((part * 200)[:length])
    assert notice_of(part * 40_000) is None
