"""Words that come back in the names of goods: brands, units, groups, variants, in ru, zh, en and as part of a code."""

BRANDS = {
    "baumark": ("Baumark", "宝马克", "Baumark"), "terraplus": ("ТерраПлюс", "泰拉佳", "Terraplus"),
    "gipsol": ("Гипсоль", "洁普索", "Gipsol"), "steinfix": ("Steinfix", "石固乐", "Steinfix"),
    "kamen": ("Каменский завод", "金岩", "Kamensky"), "metiz": ("МетизПром", "晋钉", "Metizprom"),
    "fastex": ("Fastex", "法固", "Fastex"), "profstal": ("ПрофСталь", "普钢", "Profstal"),
    "nordflex": ("Nordflex", "诺弗莱", "Nordflex"), "isolar": ("Изолар", "怡索乐", "Isolar"),
    "polarit": ("Полярит", "北极岩", "Polarit"), "tegula": ("Tegula", "泰固瓦", "Tegula"),
    "fasadium": ("Фасадиум", "法萨美", "Fasadium"), "kolorit": ("Колорит-М", "彩丽特", "Kolorit-M"),
    "lumara": ("Lumara", "露玛拉", "Lumara"), "fixprof": ("FixProf", "飞固", "FixProf"),
    "hardt": ("Hardt", "哈德", "Hardt"), "rexon": ("Rexon", "锐克信", "Rexon"),
    "mastak": ("Мастак", "匠手", "Mastak"), "voltra": ("Voltra", "沃特拉", "Voltra"),
    "kabelwerk": ("Kabelwerk", "凯宝", "Kabelwerk"), "elmont": ("Элмонт", "易蒙特", "Elmont"),
    "lumino": ("Lumino", "明雅", "Lumino"), "aquaflow": ("Aquaflow", "澳弗龙", "Aquaflow"),
    "termoluxe": ("Термолюкс", "暖乐", "Termoluxe"), "sekura": ("Sekura", "赛固", "Sekura"),
    "porta": ("Порта-М", "博达门业", "Porta-M"), "own": ("Опора", "鼎铂", "Opora"),
}  # fmt: skip

SUPPLIERS = {
    "baumark": ("ООО «Баумарк Рус»", "宝马克建材（苏州）有限公司", "Baumark Rus LLC"),
    "terraplus": ("ООО «Завод сухих смесей ТерраПлюс»", "泰拉佳新型建材有限公司", "Terraplus Dry Mix Plant LLC"),
    "kamen": ("АО «Каменский завод стройматериалов»", "金岩水泥集团股份有限公司", "Kamensky Building Materials JSC"),
    "gipsol": ("ООО «Гипсоль»", "洁普索石膏板有限公司", "Gipsol LLC"),
    "metiz": ("АО «МетизПром»", "邯郸市晋钉紧固件制造有限公司", "Metizprom JSC"),
    "fastex": ("ООО «Фастекс Крепёж»", "法固紧固系统（上海）有限公司", "Fastex Fixings LLC"),
    "profstal": ("ООО «ПрофСталь»", "普钢轻钢龙骨有限公司", "Profstal LLC"),
    "isolar": ("АО «Изолар»", "怡索乐保温材料有限公司", "Isolar JSC"),
    "tegula": ("ООО «Тегула Кровля»", "泰固瓦业有限公司", "Tegula Roofing LLC"),
    "kolorit": ("ЗАО «Колорит-М»", "彩丽特涂料有限公司", "Kolorit-M CJSC"),
    "hardt": ("ООО «Хардт Инструмент»", "哈德电动工具（浙江）有限公司", "Hardt Tools LLC"),
    "rexon": ("ООО «Рексон Дистрибуция»", "永康市锐克信工具有限公司", "Rexon Distribution LLC"),
    "voltra": ("ООО «Вольтра Электро»", "沃特拉电气（温州）有限公司", "Voltra Electric LLC"),
    "aquaflow": ("ООО «Аквафло»", "台州市澳弗龙阀门有限公司", "Aquaflow LLC"),
    "sekura": ("ООО «Секура»", "中山市赛固五金制品有限公司", "Sekura LLC"),
    "nordflex": ("ООО «Нордфлекс»", "诺弗莱防水科技有限公司", "Nordflex LLC"),
    "own": ("Собственное производство", "自产", "Own production"),
}  # fmt: skip

SUPPLIER_OF = {
    "steinfix": "baumark", "polarit": "isolar", "fasadium": "tegula", "lumara": "kolorit", "fixprof": "hardt",
    "mastak": "rexon", "kabelwerk": "voltra", "elmont": "voltra", "lumino": "voltra", "termoluxe": "aquaflow",
    "porta": "sekura",
}  # fmt: skip

UNITS = {
    "pc": ("шт", "个", "pc", "796"), "bag": ("мешок", "包", "bag", "781"), "pail": ("ведро", "桶", "pail", "796"),
    "can": ("банка", "罐", "can", "796"), "pack": ("уп.", "盒", "pack", "778"), "kg": ("кг", "千克", "kg", "166"),
    "box": ("коробка", "箱", "box", "812"), "sheet": ("лист", "张", "sheet", "625"), "roll": ("рулон", "卷", "roll", "736"),
    "set": ("компл.", "套", "set", "839"), "pair": ("пара", "双", "pair", "715"), "drum": ("бухта", "盘", "drum", "616"),
}  # fmt: skip

GROUPS = {
    "mixes": ("Сухие смеси и цемент", "干混砂浆与水泥", "Dry mixes and cement"),
    "fasteners": ("Крепёж и метизы", "紧固件", "Fasteners"),
    "drywall": ("Гипсокартон и профиль", "石膏板与龙骨", "Drywall and profiles"),
    "insulation": ("Теплоизоляция и плёнки", "保温材料", "Insulation and membranes"),
    "roofing": ("Кровля и водосток", "屋面与落水系统", "Roofing and gutters"),
    "facade": ("Фасад", "外墙材料", "Facade"),
    "paints": ("Краски, пены, герметики", "涂料与密封胶", "Paints, foams, sealants"),
    "tools": ("Ручной инструмент", "手动工具", "Hand tools"),
    "power": ("Электроинструмент и техника", "电动工具与设备", "Power tools and machines"),
    "site": ("Оснастка и расходники", "工地耗材", "Site consumables"),
    "electrics": ("Электрика и свет", "电工照明", "Electrics and lighting"),
    "plumbing": ("Сантехника и отопление", "水暖管件", "Plumbing and heating"),
    "hardware": ("Двери, окна, фурнитура", "门窗五金", "Door and window hardware"),
    "own": ("Собственное производство", "自产产品", "Own production"),
}

MARGIN = {
    "mixes": 0.17, "fasteners": 0.26, "drywall": 0.13, "insulation": 0.14, "roofing": 0.18, "facade": 0.2,
    "paints": 0.22, "tools": 0.27, "power": 0.16, "site": 0.25, "electrics": 0.17, "plumbing": 0.22,
    "hardware": 0.26, "own": 0.33,
}  # fmt: skip

_WORDS = """
white белый|白色|white|WH
grey серый|灰色|grey|GY
black чёрный|黑色|black|BK
brown коричневый|棕色|brown|BR
red красный|红色|red|RD
blue синий|蓝色|blue|BL
green зелёный|绿色|green|GN
yellow жёлтый|黄色|yellow|YE
orange оранжевый|橙色|orange|OR
beige бежевый|米色|beige|BG
cream кремовый|奶油色|cream|CR
sand песочный|沙色|sand|SA
olive оливковый|橄榄绿|olive|OL
peach персиковый|蜜桃色|peach|PE
caramel карамель|焦糖色|caramel|KA
cocoa какао|可可色|cocoa|KO
terracotta терракот|陶土色|terracotta|TC
anthracite антрацит|炭黑|anthracite|AN
graphite графит|石墨灰|graphite|GF
choc шоколад RAL 8017|巧克力色 RAL8017|chocolate RAL 8017|8017
wine красное вино|酒红色|red wine|3005
moss зелёный мох|苔藓绿|moss green|6005
redbrown красно-коричневая|铁红色|red-brown|RB
silver серебро|银色|silver|SI
whitematt белый матовый|哑光白|white matt|WM
whitegloss белый глянец|亮光白|white gloss|WG
goldenoak золотой дуб|金橡木|golden oak|GO
greyoak серый дуб|灰橡木|grey oak|SO
marble мрамор|大理石纹|marble|MR
travertine травертин|洞石纹|travertine|TR
bamboo бамбук|竹纹|bamboo|BM
whiteash белый ясень|白蜡木|white ash|WA
wenge венге|鸡翅木|wenge|VE
oak дуб|橡木色|oak|OA
pine сосна|松木色|pine|PI
walnut орех|胡桃色|walnut|WN
rosewood палисандр|红木色|rosewood|RW
clear бесцветный|透明|clear|CL
clear2 прозрачный|透明|clear packing|CL
yellowgreen жёлто-зелёный|黄绿双色|yellow-green|YG
chrome хром|镀铬|chrome|CH
bronze бронза|古铜色|bronze|BZ
nickel никель|镀镍|nickel|NI
brass латунь|黄铜色|brass|LA
brass2 латунный|铜制|brass|LA
blackmatt чёрный матовый|哑光黑|matt black|BM
summer лето|常温型|summer|S
winter зима|低温型|winter|W
gluing приклеивание|粘结|gluing|G
reinforcing армирование|抹面|reinforcing|R
cement цементная|水泥基|cement-based|C
elastic эластичная|弹性|elastic|E
sharp острый|尖尾|sharp|O
drill сверло|钻尾|drill point|D
plasticnail пластиковый гвоздь|塑料钉芯|plastic nail|P
metalnail металлический гвоздь|钢钉芯|metal nail|M
aluminium алюминий|铝|aluminium|AL
aluminium2 алюминиевый|铝箔|Aluminium|AL
plain обычный|普通|standard|ST
moist влагостойкий|耐潮|moisture-resistant|VL
fire огнестойкий|耐火|fire-resistant|OG
crab «краб»|十字|crab|CR
twolevel двухуровневый|双层|two-level|D2
straight прямой|直|straight|PR
economy эконом|经济型|economy|EC
zinc цинк|镀锌|zinc|ZN
meshpvc ПВХ с сеткой|PVC 带网|PVC with mesh|PV
wind ветрозащита|防风|wind barrier|A
vapour пароизоляция|隔汽|vapour barrier|B
super супердиффузионная|防水透气|super-diffusion|AM
halfround полукруглый|半圆|half-round|P
flat плоский|平|flat|F
eaves карнизная|檐口|eaves|KR
gable торцевая|山墙|gable|TR
valley ендова|天沟|valley|EN
wallend примыкания|泛水|abutment|PM
gutter3 жёлоб 3 м|檐沟 3m|gutter 3 m|ZH
pipe3 труба 3 м|落水管 3m|downpipe 3 m|TB
funnel воронка|落水斗|outlet|VR
bracket кронштейн жёлоба|檐沟托架|gutter bracket|KN
elbow колено 67°|弯头 67°|elbow 67°|KL
gutterjoint соединитель жёлоба|檐沟接头|gutter joint|SJ
roofing кровельная|屋面|roofing|K
waterproof гидроизоляционная|防水|waterproofing|GI
primer праймер|底油|primer|P
gluing2 приклеивающая|粘结|gluing|PK
stone камень|石纹|stone|KM
brick кирпич|砖纹|brick|KP
rubble бут|毛石纹|rubble|BU
jtrim J-профиль|J型收边|J-trim|J
starter стартовая|起始|starter|S
outcorner угол наружный|外角|outer corner|UN
incorner угол внутренний|内角|inner corner|UV
htrim H-профиль|H型连接|H-trim|H
perforated перфорированный|透气|perforated|P
solid сплошной|实心|solid|S
barkbeetle короед|树皮纹|bark beetle|K
pebble камешковая|石粒纹|pebble|B
matt матовая|哑光|matt|M
washable моющаяся|可擦洗|washable|W
ceiling для потолка|顶棚|ceiling|C
gloss глянцевый|亮光|gloss|G
semimatt полуматовый|半哑光|semi-matt|P
profsummer профи, летняя|枪式常温型|gun-grade, summer|L
profwinter профи, зимняя|枪式低温型|gun-grade, winter|Z
hand бытовая|手用型|hand-held|B
fireproof огнестойкая|防火型|fire-rated|OG
sanitary санитарный|防霉|sanitary|S
universal универсальный|通用|universal|U
neutral нейтральный|中性|neutral|N
liquidnails «жидкие гвозди»|液体钉|liquid nails|ZG
express экспресс|速粘|express|EX
forpanels для панелей|墙板专用|for panels|PN
mspoly MS-полимер|MS 聚合物|MS polymer|MS
ml290 290 мл|290ml|290 ml|
whitespirit уайт-спирит|200号溶剂油|white spirit|US
s646 646|646 稀释剂|646|646
acetone ацетон|丙酮|acetone|AC
l05 0,5 л|0.5L|0.5 l|05
l5 5 л|5L|5 l|5
micro микрофибра|超细纤维|microfibre|MF
polyacryl полиакрил|聚丙烯|polyacrylic|PA
velour велюр|丝绒|velour|VE
mixed смешанная щетина|混合鬃|mixed bristle|M
vials3 3 глазка|三水泡|3 vials|3
autolock автостоп|自锁|auto-lock|A
screwlock винтовой зажим|旋钮锁|screw lock|V
forwood дереву|木工|wood|D
fordrywall гипсокартону|石膏板|drywall|GK
foraircrete газобетону|加气块|aerated concrete|GB
forwood2 по дереву|木材用|for wood|D
formetal2 по металлу|金属用|for metal|M
fiberglass фиберглас|纤维柄|fibreglass|F
ash ясень|木柄|ash handle|Y
mason каменщика|砌砖|bricklayer's|K
plasterer штукатура|抹灰|plasterer's|S
finisher отделочника|收光|finishing|O
foam пены|发泡胶|foam|P
foamteflon пены, тефлон|特氟龙发泡胶|foam, PTFE-coated|PT
sealant герметика, закрытый|密封胶|sealant, closed body|G
sealantskeleton герметика, скелетный|骨架密封胶|sealant, skeleton|GS
hex шестигранник|六角柄|hex shank|H
screwdrivers отвёрток|螺丝刀|screwdrivers|OT
hexkeys ключей HEX|内六角扳手|hex keys|HX
sockets головок и бит|套筒批头|sockets and bits|GL
pliers шарнирно-губцевый|钳子|pliers|GB
ah А·ч|Ah|Ah|
lines2 2 линии|2 线|2 lines|2
lines8 8 линий|8 线|8 lines|8
lines12 12 линий|12 线|12 lines|12
segment сегментный|分段|segmented|S
turbo турбо|波纹|turbo|T
solidrim сплошной|连续边|continuous rim|C
concrete по бетону|混凝土|for concrete|B
tile по керамике|瓷砖|for tile|K
bimetal биметаллическая|双金属|bimetal|BI
armored армированный|布基|Reinforced|AR
twosided двусторонний|双面|Double-sided|DS
rubble2 для строймусора|建筑垃圾袋|Rubble bags|S
trash для мусора|垃圾袋|Refuse bags|M
cm см|cm|cm|
litre л|L|l|
m м|m|m|
cottonpvc х/б с ПВХ|点塑棉纱|cotton with PVC dots|HB
nitrile нитриловые|丁腈|nitrile|NT
latex латексные|乳胶|latex|LX
split спилковые|牛皮|split leather|SP
winterlatex утеплённые|保暖乳胶|insulated|UT
cl10 10 класс|10 针|10 gauge|10
cl75 7,5 класс|7.5 针|7.5 gauge|75
sz9 размер 9|9 码|size 9|9
sz10 размер 10|10 码|size 10|10
sz105 размер 10,5|10.5 码|size 10.5|105
open открытые|开放式|open|O
closed закрытые|封闭式|closed|Z
bayonet штыковая|尖头|digging|SH
scoop совковая|方头|scoop|SV
snow снеговая|雪|snow|SN
wheel1 1 колесо|单轮|1 wheel|1
wheel2 2 колеса|双轮|2 wheels|2
builder строительное|建筑|builder's|S
zincbucket оцинкованное|镀锌|galvanised|Z
steel стальная|钢制|steel|ST
steel2 стальной|钢制|steel|ST
alu алюминиевая|铝合金|aluminium|AL
alu2 алюминий|压铸铝|aluminium|AL
frame на рамке|手绕式|on frame|R
drum на катушке|卷盘式|on drum|K
surface накладной|明装|surface|N
builtin встраиваемый|暗装|flush|V
single одинарная|单联插座|single|1
double двойная|双联插座|double|2
ip44 IP44 с крышкой|IP44 防溅插座|IP44 with lid|IP
usb с USB-C|USB-C 插座|with USB-C|USB
internet интернет RJ45|网络插座 RJ45|data RJ45|RJ
key1 одноклавишный|单开|one-gang|1
key2 двухклавишный|双开|two-gang|2
pass проходной|双控|two-way|P
pvcgrey ПВХ серая|PVC 灰色|PVC grey|PV
pndblack ПНД чёрная|PE 黑色|HDPE black|PE
socketbox установочная|86 型接线底盒|back box|U
junction распаячная|明装分线盒|junction box|R
k2700 2700 K|2700K|2700 K|27
k4000 4000 K|4000K|4000 K|40
k6500 6500 K|6500K|6500 K|65
elbow90 угольник 90°|弯头 90°|elbow 90°|UG
tee тройник|三通|tee|TR
coupling муфта|直接|coupling|MF
mth муфта с НР|外丝直接|adaptor, male|MN
fth муфта с ВР|内丝直接|adaptor, female|MV
levermf рычаг, ВР-НР|长柄 内外丝|lever, F/M|RN
leverff рычаг, ВР-ВР|长柄 内内丝|lever, F/F|RV
butterfly бабочка, ВР-НР|蝶柄 内外丝|butterfly, F/M|BN
water для воды|冷热水|water|V
gas для газа|燃气|gas|G
mixer для смесителя|龙头|mixer|S
ff г-г|双内丝|F/F|
mf г-ш|内外丝|F/M|
innerpp внутренняя PP|PP 室内|indoor PP|V
outerpvc наружная ПВХ|PVC-U 室外|outdoor PVC|N
bend отвод|弯头|bend|OT
tee2 тройник|三通|tee|TR
inspect ревизионный патрубок|检查口|access pipe|RV
bimetal2 биметалл|双金属|bimetal|BM
basin раковины|面盆|basin|U
kitchen кухни|厨房|kitchen|K
bath ванны|浴缸|bath|V
shower душа|淋浴|shower|D
plastic пластик|塑料|plastic|P
knob с вертушкой, хром|带旋钮 镀铬|with thumb turn, chrome|VH
castiron чугунный|铸铁|cast iron|CH
rosette на розетке|分体|on rose|R
plate на планке|面板|on plate|P
bracket2 скоба|拉手|pull|S
butt универсальная|平开|butt|U
butterflyhinge «бабочка»|子母|flush|B
garage гаражная|车库门|garage|G
piano рояльная|钢琴|piano|RO
window2 окна|窗|window|O
door2 двери|门|door|D
greyb серая|灰色|grey|S
antidust антипыль|防尘|anti-dust|AP
h60 H 60 мм|60 系列H型|H 60 mm|H60
h70 H 70 мм|70 系列H型|H 70 mm|H70
corner90 угловой 90°|90°转角|corner 90°|U90
expander30 расширитель 30 мм|30mm 扩框|extension 30 mm|R30
expander60 расширитель 60 мм|60mm 扩框|extension 60 mm|R60
facadey цементная фасадная|外墙水泥|cement, facade|F
light2 цементная лёгкая|轻质水泥|cement, light|L
repair ремонтная|修补|repair|R
gypsum гипсовая|石膏|gypsum|G
polymer полимерная|聚合物|polymer|P
facadeg фасадная|外墙|facade|F
universal2 универсальная|通用|universal|U
deep глубокого проникновения|渗透型|deep penetration|G
traygrid лоток с решёткой, 1 м|带篦子 1m|with grating, 1 m|R
trayonly лоток, 1 м|不带篦子 1m|without grating, 1 m|L
"""


def _lexicon() -> dict[str, tuple[str, str, str, str]]:
    words = {}
    for row in _WORDS.strip().splitlines():
        key, text = row.split(" ", 1)
        ru, zh, en, code = text.split("|")
        words[key] = (ru, zh, en, code)
    return words


WORDS = _lexicon()
