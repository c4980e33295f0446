"""Names of the days of the week, which may stand between a day and its clock."""

from __future__ import annotations

import re

from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import fold

_NAMES = """
monday tuesday wednesday thursday friday saturday sunday mond thurs tues
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
mandag tirsdag onsdag torsdag fredag lørdag søndag tirs tors
måndag tisdag lördag söndag månd tisd onsd torsd fred lörd sönd
mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
dilluns dimarts dimecres dijous divendres dissabte diumenge
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda terça quarta quinta sexta feira
luni marți miercuri joi vineri sâmbătă duminică
понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье воскресение
понеділок понед вівторок вівтор середа середу серед четвер п'ятниця п'ятницю субота суботу субот
неділя неділю неділ
панядзелак аўторак серада чацвер пятніца субота нядзеля
понеделник вторник сряда четвъртък петък събота неделя
понедељак уторак среда четвртак петак субота недеља
понеделник вторник среда четврток петок сабота недела
ponedjeljak utorak srijeda četvrtak petak subota nedjelja
ponedeljek torek sreda četrtek petek nedelja
pondělí úterý středa středu středy čtvrtek pátek pátku sobota sobotu soboty neděle neděli
pondelok utorok streda stredu štvrtok piatok nedeľa nedeľu
poniedziałek wtorek środa środę srode czwartek piątek sobota sobotę niedziela niedzielę niedz
esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
pirmd otrd trešd ceturtd piektd sestd svētd
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
hétfő kedd szerda csütörtök péntek szombat vasárnap
hënë martë mërkurë enjte premte shtunë diel
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
pazartesi salı çarşamba perşembe cuma cumartesi pazar
bazar ertəsi çərşənbə axşamı cümə şənbə
дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
senin selasa rabu kamis jumat sabtu minggu ahad
nhật
ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
שני שלישי רביעי חמישי שישי שבת ראשון
الاثنين الثلاثاء الأربعاء الخميس الجمعة الجمعه السبت الأحد
دوشنبه سه\u200cشنبه سهشنبه چهارشنبه چهار پنجشنبه جمعه شنبه یکشنبه
سوموار منگل جمعرات جمعہ ہفتہ اتوار
सोमवार मंगलवार मंगल बुधवार गुरुवार गुरु शुक्रवार शुक्र शनिवार रविवार
সোমবার মঙ্গলবার মঙ্গল বুধবার বৃহস্পতিবার বৃহষ্পতিবার বৃহস্পতি শুক্রবার শুক্র শনিবার রবিবার
จันทร์ อังคาร พุธ พฤหัสบดี พฤหัส ศุกร์ เสาร์ อาทิตย์
วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่
월요일 화요일 수요일 목요일 금요일 토요일 일요일
星期一 星期二 星期三 星期四 星期五 星期六 星期日
月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
"""

WEEK_DAYS = frozenset(re.findall(f"{LETTER}+", fold(_NAMES)))
"""Folded words; of names of several words each of them."""
