"""People, firms and towns of the Russian market; the English demo shows the same market in Latin letters."""

from kontor.demo.world.text import words

SURNAMES = words(
    "Ковалёв Соколов Лебедев Козлов Новиков Морозов Петров Волков Соловьёв Васильев Зайцев Павлов Семёнов Голубев Виноградов "
    "Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Белов Комаров Орлов Киселёв Макаров Андреев Ильин Гусев Титов Кузьмин "
    "Кудрявцев Баранов Куликов Алексеев Степанов Яковлев Сорокин Сергеев Романов Захаров Борисов Королёв Герасимов Пономарёв "
    "Григорьев Лазарев Медведев Ершов Никитин Соболев Рябов Поляков Цветков Данилов Жуков Фролов Журавлёв Николаев Крылов "
    "Максимов Сидоров Осипов Белоусов Федотов Дорофеев Егоров Матвеев Бобров Дмитриев Калинин Анисимов Петухов Антонов Тимофеев "
    "Никифоров Веселов Филиппов Марков Большаков Суханов Миронов Ширяев Александров Коновалов Шестаков Казаков Ефимов Денисов "
    "Громов Фомин Давыдов Мельников Щербаков Блинов Колесников Карпов Афанасьев Власов Маслов Исаков Тихонов Аксёнов Гаврилов "
    "Родионов Котов Горбунов Кудряшов Быков Зуев Третьяков Савельев Панов Рыбаков Суворов Абрамов Воронов Мухин Архипов Трофимов "
    "Мартынов Емельянов Горшков Чернов Овчинников Селезнёв Панфилов Копылов Михеев Галкин Назаров Лобанов Лукин Беляков Потапов "
    "Некрасов Хохлов Жданов Наумов Шилов Воронцов Ермаков Дроздов Игнатьев Савин Логинов Сафонов Капустин Кириллов Моисеев Елисеев "
    "Кошелев Костин Горбачёв Орехов Ефремов Исаев Евдокимов Калашников Кабанов Носков Юдин Кулагин Лапин Прохоров Нестеров "
    "Харитонов Агафонов Муравьёв Ларионов Федосеев Зимин Пахомов Шубин Игнатов Филатов Крюков Рогов Кулаков Терентьев Молчанов "
    "Артемьев Гурьев Зиновьев Гришин Кононов Дементьев Ситников Симонов Мишин Фадеев Комиссаров Мамонтов Носов Гуляев Шаров "
    "Устинов Вишняков Евсеев Лаврентьев Брагин Константинов Корнилов Авдеев Зыков Бирюков Шарапов Никонов Щукин Дьячков Одинцов "
    "Сазонов Якушев Красильников Гордеев Самойлов Князев Беспалов Уваров Шашков Бобылёв Доронин Белозёров Рожков Самсонов "
    "Мясников Лихачёв Буров Сысоев Фомичёв Русаков Стрелков Гущин Тетерин Колобов Субботин Фокин Блохин Селивёрстов Пестов"
)  # fmt: skip

MEN = words(
    "Александр Сергей Дмитрий Андрей Алексей Михаил Иван Николай Владимир Евгений Павел Роман Игорь Олег Виктор Константин "
    "Юрий Денис Максим Антон Илья Артём Вадим Валерий Анатолий Виталий Станислав Григорий Геннадий Руслан Кирилл Борис Тимур Ринат"
)
WOMEN = words(
    "Елена Ольга Наталья Татьяна Ирина Светлана Марина Анна Юлия Екатерина Людмила Оксана Галина Надежда Валентина Лариса "
    "Вера Алла Мария Виктория Инна Дарья Ксения Любовь Жанна Алина Полина Гульнара"
)
FATHERS = words(
    "Александрович/Александровна Сергеевич/Сергеевна Дмитриевич/Дмитриевна Андреевич/Андреевна "
    "Алексеевич/Алексеевна Михайлович/Михайловна Иванович/Ивановна Николаевич/Николаевна Владимирович/Владимировна "
    "Евгеньевич/Евгеньевна Павлович/Павловна Игоревич/Игоревна Олегович/Олеговна Викторович/Викторовна Юрьевич/Юрьевна "
    "Анатольевич/Анатольевна Борисович/Борисовна Валерьевич/Валерьевна Геннадьевич/Геннадьевна Петрович/Петровна "
    "Васильевич/Васильевна Вячеславович/Вячеславовна Леонидович/Леонидовна Константинович/Константиновна Фёдорович/Фёдоровна"
)

# name ru | en | region ru | en | tax office | phone code | post | weight | office
TOWNS = """
Москва|Moscow|г. Москва|Moscow|7723|495|109|34|msk
Подольск|Podolsk|Московская обл.|Moscow Region|5036|4967|142|12|msk
Мытищи|Mytishchi|Московская обл.|Moscow Region|5029|495|141|12|msk
Балашиха|Balashikha|Московская обл.|Moscow Region|5001|495|143|10|msk
Серпухов|Serpukhov|Московская обл.|Moscow Region|5043|4967|142|8|msk
Калуга|Kaluga|Калужская обл.|Kaluga Region|4027|4842|248|14|msk
Тула|Tula|Тульская обл.|Tula Region|7104|4872|300|16|msk
Рязань|Ryazan|Рязанская обл.|Ryazan Region|6229|4912|390|16|msk
Владимир|Vladimir|Владимирская обл.|Vladimir Region|3327|4922|600|14|msk
Обнинск|Obninsk|Калужская обл.|Kaluga Region|4025|48439|249|6|msk
Тверь|Tver|Тверская обл.|Tver Region|6950|4822|170|40|tver
Ржев|Rzhev|Тверская обл.|Tver Region|6914|48232|172|8|tver
Торжок|Torzhok|Тверская обл.|Tver Region|6915|48251|172|7|tver
Вышний Волочёк|Vyshny Volochek|Тверская обл.|Tver Region|6908|48233|171|7|tver
Конаково|Konakovo|Тверская обл.|Tver Region|6949|48242|171|6|tver
Клин|Klin|Московская обл.|Moscow Region|5020|49624|141|8|tver
Великий Новгород|Veliky Novgorod|Новгородская обл.|Novgorod Region|5321|8162|173|14|tver
Ярославль|Yaroslavl|Ярославская обл.|Yaroslavl Region|7604|4852|150|14|tver
Самара|Samara|Самарская обл.|Samara Region|6316|846|443|44|samara
Тольятти|Tolyatti|Самарская обл.|Samara Region|6324|8482|445|22|samara
Сызрань|Syzran|Самарская обл.|Samara Region|6325|8464|446|9|samara
Новокуйбышевск|Novokuybyshevsk|Самарская обл.|Samara Region|6330|84635|446|8|samara
Ульяновск|Ulyanovsk|Ульяновская обл.|Ulyanovsk Region|7325|8422|432|16|samara
Казань|Kazan|Респ. Татарстан|Tatarstan|1655|843|420|20|samara
Набережные Челны|Naberezhnye Chelny|Респ. Татарстан|Tatarstan|1650|8552|423|12|samara
Пенза|Penza|Пензенская обл.|Penza Region|5835|8412|440|12|samara
Саратов|Saratov|Саратовская обл.|Saratov Region|6450|8452|410|14|samara
Оренбург|Orenburg|Оренбургская обл.|Orenburg Region|5610|3532|460|10|samara
"""

STREETS = """
ул. Ленина|Lenina St
ул. Советская|Sovetskaya St
ул. Промышленная|Promyshlennaya St
ул. Заводская|Zavodskaya St
ул. Складская|Skladskaya St
ул. Строителей|Stroiteley St
ул. Гагарина|Gagarina St
ул. Кирова|Kirova St
ул. Мира|Mira St
ул. Пушкина|Pushkina St
ул. Садовая|Sadovaya St
ул. Индустриальная|Industrialnaya St
ул. Космонавтов|Kosmonavtov St
ул. Октябрьская|Oktyabrskaya St
ул. Железнодорожная|Zheleznodorozhnaya St
ул. Транспортная|Transportnaya St
ул. Полевая|Polevaya St
ул. Чапаева|Chapaeva St
ул. Первомайская|Pervomayskaya St
ул. Дзержинского|Dzerzhinskogo St
ул. Коминтерна|Kominterna St
ул. Фрунзе|Frunze St
ул. Луначарского|Lunacharskogo St
ул. Красноармейская|Krasnoarmeyskaya St
пр-т Победы|Pobedy Ave
пр-т Строителей|Stroiteley Ave
ш. Московское|Moskovskoye Hwy
ш. Южное|Yuzhnoye Hwy
пер. Складской|Skladskoy Lane
проезд Мелиораторов|Melioratorov Dr
"""

# Firms by trade: retail, builder, finishing, roofing, windows, electrics, plumbing, industry, internet, trader.
# ru | en | trade; a third part in brackets fixes the town.
FIRMS = """
СтройМастер Плюс|Stroymaster Plus|retail|Тверь
Волга-Электро|Volga Electro|electrics|Самара
Кама Стройснабжение|Kama Build Supply|trader|Набережные Челны
Балтик Тулс|Baltic Tools|trader|Великий Новгород
ТД Северный|Severny Trade House|trader|Ярославль
Интерстрой Групп|Interstroy Group|builder|Москва
Ремонт-Сервис|Remont-Servis|finishing|Тула
Технопарк Юг|Tekhnopark Yug|trader|Саратов
Уралснаб|Uralsnab|trader|Оренбург
Тверьстройснаб|Tverstroysnab|trader|Тверь
Верхневолжская СК|Verkhnevolzhskaya Construction|builder|Тверь
Тверской Дом Отделки|Tver House of Finishing|retail|Тверь
Калининский ДСК|Kalininsky Housebuilding|builder|Тверь
Ржевстрой|Rzhevstroy|builder|Ржев
Торжок-Кровля|Torzhok Roofing|roofing|Торжок
Вышневолоцкий стройдвор|Vyshnevolotsky Builders Yard|retail|Вышний Волочёк
Конаковские окна|Konakovo Windows|windows|Конаково
Клинстройторг|Klinstroytorg|retail|Клин
Новгородский стройдом|Novgorod Build House|retail|Великий Новгород
Ильмень-Строй|Ilmen Stroy|builder|Великий Новгород
Ярокна|Yarokna|windows|Ярославль
Ярославль-Отделка|Yaroslavl Finishing|finishing|Ярославль
Самарский Строительный Двор|Samara Builders Yard|retail|Самара
Жигулёвские фасады|Zhiguli Facades|finishing|Самара
Безымянка-Инструмент|Bezymyanka Tools|retail|Самара
Самара-Кровмаркет|Samara Krovmarket|roofing|Самара
Волгаокна|Volgaokna|windows|Самара
Средневолжская монтажная компания|Srednevolzhskaya Assembly|builder|Самара
Тольяттистройсервис|Tolyattistroyservis|builder|Тольятти
АвтоВолгаСтрой|AvtoVolgaStroy|builder|Тольятти
Лада-Интерьер|Lada Interior|finishing|Тольятти
Сызраньстройбыт|Syzranstroybyt|retail|Сызрань
Новокуйбышевскремстрой|Novokuybyshevsk Repair & Build|industry|Новокуйбышевск
Симбирск-Строймаркет|Simbirsk Stroymarket|retail|Ульяновск
Симбирские двери|Simbirsk Doors|windows|Ульяновск
Казань-Фасад|Kazan Facade|finishing|Казань
Идель-Строй|Idel Stroy|builder|Казань
Татремснаб|Tatremsnab|trader|Казань
Челныстройхозторг|Chelnystroykhoztorg|retail|Набережные Челны
Сурская кровля|Sura Roofing|roofing|Пенза
Пензадорстрой|Penzadorstroy|builder|Пенза
Саратовстройкомплект|Saratovstroykomplekt|trader|Саратов
Покровские окна|Pokrovsk Windows|windows|Саратов
Оренбургский стройцентр|Orenburg Build Centre|retail|Оренбург
Степь-Монтаж|Step Montazh|electrics|Оренбург
Тульский крепёж|Tula Fixings|trader|Тула
Упа-Строй|Upa Stroy|builder|Тула
Мещера-Дом|Meshchera Dom|builder|Рязань
Рязаньотделстрой|Ryazanotdelstroy|finishing|Рязань
Окская строительная компания|Oka Construction|builder|Рязань
Калугаснабстрой|Kalugasnabstroy|trader|Калуга
Калужский дом|Kaluga Dom|retail|Калуга
Обнинские инженерные сети|Obninsk Engineering Networks|plumbing|Обнинск
Суздаль-Реставрация|Suzdal Restoration|finishing|Владимир
Владимиртеплосервис|Vladimirteploservis|plumbing|Владимир
Клязьма-Строй|Klyazma Stroy|builder|Владимир
Подольский стройрынок|Podolsk Builders Market|retail|Подольск
Климовские инженерные системы|Klimovsk Engineering Systems|plumbing|Подольск
Мытищи-Сантехмонтаж|Mytishchi Plumbing|plumbing|Мытищи
Перловский двор|Perlovsky Yard|retail|Мытищи
Балашиха-Строй|Balashikha Stroy|builder|Балашиха
Серпуховский керамист|Serpukhov Ceramist|industry|Серпухов
Приокский стройцентр|Prioksky Build Centre|retail|Серпухов
Кровля и Фасад|Roof & Facade|roofing
Тёплый Дом|Tyoply Dom|plumbing
Мастер и Ко|Master & Co|retail
Стройбаза на Окружной|Ring Road Builders Yard|retail
Отделочник|Otdelochnik|retail
Твой Дом Строй|Tvoy Dom Stroy|builder
Монолит-Инвест|Monolit Invest|builder
Гранит-М|Granit-M|builder
Артель|Artel|finishing
Евроокна|Euro Windows|windows
Окна Комфорта|Comfort Windows|windows
ПластОкно|Plastokno|windows
Светлый Дом|Svetly Dom|windows
Фабрика балконов|Balcony Factory|windows
Дверной двор|Door Yard|windows
Электромонтаж-7|Elektromontazh-7|electrics
Энергостройсервис|Energostroyservis|electrics
Светотехника|Svetotekhnika|electrics
Вольтаж|Voltage|electrics
Электрощит-Монтаж|Elektroshchit Montazh|electrics
Акватория|Akvatoria|plumbing
Сантехкомплект-Юг|Santekhkomplekt Yug|plumbing
Тепловодомонтаж|Teplovodomontazh|plumbing
Водяной|Vodyanoy|plumbing
КотлоМастер|Kotlomaster|plumbing
Крыши и Водостоки|Roofs & Gutters|roofing
Под крышей|Pod Kryshey|roofing
Высота|Vysota|roofing
Альпстрой|Alpstroy|roofing
Кровельщик|Krovelshchik|roofing
Профкровля|Profkrovlya|roofing
Ремстройгарант|Remstroygarant|finishing
Чистый Угол|Chisty Ugol|finishing
Белая Стена|Belaya Stena|finishing
Отделка-Люкс|Otdelka Lux|finishing
Интерьер-Проект|Interior Project|finishing
Уют-Строй|Uyut Stroy|finishing
Паркет и Камень|Parquet & Stone|finishing
Новосёл|Novosyol|retail
Хозяин|Khozyain|retail
Стройка Века|Stroyka Veka|retail
Строймаркет «Гвоздь»|Gvozd Builders Market|retail
Инструмент и Крепёж|Tools & Fixings|retail
Дачник|Dachnik|retail
Усадьба|Usadba|retail
Дом у реки|House by the River|retail
Кирпичный двор|Brick Yard|trader
Всё для стройки|All for Building|retail
Метизный двор|Fixings Yard|trader
Саморез|Samorez|retail
Шуруп и Ко|Shurup & Co|retail
Сухострой|Sukhostroy|trader
Снабжение-Центр|Snabzhenie Centre|trader
Комплектация строек|Site Supply|trader
Стройресурс|Stroyresurs|trader
Оптстройторг|Optstroytorg|trader
Меридиан|Meridian|trader
Форвард|Forward|trader
Вектор-Опт|Vektor Opt|trader
Базис-Строй|Bazis Stroy|builder
Фундамент|Fundament|builder
Новый Квартал|Novy Kvartal|builder
Городские проекты|City Projects|builder
Стройинвест-Регион|Stroyinvest Region|builder
СМУ-14|SMU-14|builder
Стройуправление № 9|Building Trust No. 9|builder
Монтажстрой|Montazhstroy|builder
Мостоотряд-Сервис|Mostootryad Servis|builder
Дорстройиндустрия|Dorstroyindustria|builder
Жилстрой|Zhilstroy|builder
Загородные дома|Country Homes|builder
Каркас|Karkas|builder
Деревянное зодчество|Wooden Architecture|builder
Сруб и Брус|Log & Beam|builder
Пеноблок-Дом|Penoblok Dom|builder
Агростройкомплект|Agrostroykomplekt|industry
Ремонтный завод № 3|Repair Plant No. 3|industry
Мебельная фабрика «Берёза»|Bereza Furniture Factory|industry
Птицефабрика «Рассвет»|Rassvet Poultry Farm|industry
Хлебозавод «Каравай»|Karavay Bakery|industry
Управляющая компания «Наш Двор»|Nash Dvor Housing Services|industry
УК «Комфорт Сити»|Comfort City Housing Services|industry
ЖКС № 2|Housing Services No. 2|industry
Санаторий «Сосновый бор»|Sosnovy Bor Health Resort|industry
Торгово-деловой центр «Маяк»|Mayak Business Centre|industry
Автобаза № 6|Motor Depot No. 6|industry
Стройшоп|Stroyshop|internet
ИнструментСити|InstrumentCity|internet
Домовой|Domovoy|internet
Мир Крепежа|Mir Krepezha|internet
Краски Города|City Paints|retail
Радуга красок|Rainbow of Paints|retail
Палитра|Palitra|retail
Кафель-Хаус|Kafel House|retail
Плитка и Сантехника|Tiles & Plumbing|retail
Ламинат-Центр|Laminate Centre|retail
Потолок-Профи|Ceiling Pro|finishing
Гипсовый дом|Gypsum House|finishing
Фасадные системы|Facade Systems|finishing
Мокрый фасад|Wet Facade|finishing
Теплофасад|Teplofasad|finishing
Утеплитель-Торг|Uteplitel Torg|trader
Изоляция-Сервис|Izolyatsia Servis|trader
Гидроизоляционные работы|Waterproofing Works|roofing
Промполы|Prompoly|finishing
Полимерные полы|Polymer Floors|finishing
Алмазное бурение|Diamond Drilling|builder
Демонтаж-Сервис|Demolition Service|builder
Прораб|Prorab|finishing
Бригада|Brigada|finishing
Семь мастеров|Seven Masters|finishing
Ключ в руки|Turnkey|finishing
Надёжный ремонт|Reliable Repairs|finishing
Квартирный вопрос|Kvartirny Vopros|finishing
Тихий час|Tikhy Chas|finishing
Офис-Ремонт|Office Repairs|finishing
Торгмонтаж|Torgmontazh|builder
Холодмонтаж|Kholodmontazh|industry
Вентсистемы|Ventsystems|plumbing
Климат-Инжиниринг|Climate Engineering|plumbing
Газстройсервис|Gazstroyservis|plumbing
Трубный двор|Pipe Yard|plumbing
Насосы и Скважины|Pumps & Wells|plumbing
Чистая вода|Chistaya Voda|plumbing
Слаботочные системы|Low-Voltage Systems|electrics
Умный свет|Smart Light|electrics
Кабельный двор|Cable Yard|electrics
Пожарная безопасность|Fire Safety|electrics
Охрана и Монтаж|Security & Installation|electrics
ГорЭлектроСеть-Ремонт|Gorelektroset Repair|electrics
Стеклодом|Steklodom|windows
Остекление высот|High-Rise Glazing|windows
Оконный завод «Витраж»|Vitrazh Window Plant|windows
Подоконник-Сервис|Sill Service|windows
Москитные сетки и жалюзи|Screens & Blinds|windows
Стальные двери «Страж»|Strazh Steel Doors|windows
Ворота-Юг|Vorota Yug|windows
Рольставни Поволжья|Volga Rolling Shutters|windows
Металлобаза «Восток»|Vostok Metal Depot|trader
Сварог|Svarog|industry
Кузнечный ряд|Blacksmith Row|industry
Заборы и Навесы|Fences & Canopies|builder
Ландшафт-Строй|Landscape Stroy|builder
Тротуарная плитка|Paving Stone|builder
Бетон-Доставка|Beton Dostavka|industry
ЖБИ-Регион|ZhBI Region|industry
Церковная артель «Собор»|Sobor Restoration Guild|finishing
Театральные мастерские|Theatre Workshops|industry
Выставочный стенд|Exhibition Stand|industry
Школьный ремонт|School Repairs|finishing
Бобёр|Bobyor|retail
Три кита|Three Whales|retail
Теремок-Строй|Teremok Stroy|retail
Лесной терминал|Timber Terminal|trader
Пила и Топор|Saw & Axe|retail
Красная линия|Red Line|builder
Северный ветер|North Wind|plumbing
Южный склад|South Depot|trader
Первый строительный|First Building Store|retail
Сельстрой|Selstroy|retail
Колхозный рынок, стройряды|Kolkhozny Market Building Rows|retail
Надежда-97|Nadezhda-97|retail
Фирма «Лад»|Lad|finishing
Строй-Ка|Stroy-Ka|retail
Перспектива|Perspektiva|builder
Эталон-Монтаж|Etalon Montazh|windows
Аркада|Arkada|builder
Портал|Portal|windows
Ротонда|Rotonda|finishing
Карниз|Karniz|finishing
Цоколь|Tsokol|builder
Ригель|Rigel|builder
Швеллер|Shveller|trader
Отвес|Otves|builder
Мастерок|Masterok|retail
Рубанок|Rubanok|retail
Ватерпас|Vaterpas|finishing
"""
