"""What a seller knows about the goods: properties of own products, what replaces what, what to offer with what."""

PROPERTIES = {
    "SILL": ("Камеры 3 мм, защитная плёнка, не желтеет от солнца, держит горячую кружку. Пилится на месте.", "壁厚3mm，覆保护膜，耐晒不发黄，可直接放置热杯，现场可切割。", "3 mm chamber walls, protective film, does not yellow in the sun, stands a hot mug. Cut on site."),
    "CAP": ("Точно под подоконник «Опора», клеится без зазора.", "与鼎铂窗台板配套，粘接无缝。", "Made for the Opora sill, glued without a gap."),
    "DRIP": ("Сталь 0,5 мм с полимером, загнутый капельник, боковые заглушки в комплекте.", "0.5mm 彩涂钢板，带滴水折边，附两端封头。", "0.5 mm coated steel, folded drip edge, end caps included."),
    "REV": ("Утеплённая панель 10 мм, монтаж без мокрых работ, моется.", "10mm 保温夹芯，干法安装，可擦洗。", "10 mm insulated panel, fitted without wet work, washable."),
    "OGP": ("Расход 8,5 кг/м² при 10 мм, живёт 60 минут, наносится рукой и машиной.", "10mm厚用量8.5kg/㎡，可操作时间60分钟，手工机喷均可。", "8.5 kg/m² at 10 mm, open for 60 minutes, by hand or by machine."),
    "OCR": ("Морозостойкость F75, не трескается до 30 мм за слой.", "抗冻等级F75，单层30mm内不开裂。", "Frost resistance F75, no cracks up to 30 mm in one coat."),
    "OFL": ("Слой от нуля, легко шлифуется, под обои и под покраску.", "可零厚度批刮，易打磨，适用于涂料与壁纸基层。", "From zero thickness, easy to sand, for wallpaper and paint."),
    "OTA": ("Не сползает, корректировка 20 минут, для тёплых полов — класс C2TE и выше.", "抗下滑，调整时间20分钟，地暖请选C2TE及以上。", "Non-slip, 20 minutes to adjust; use C2TE or higher on heated floors."),
    "OBA": ("Шов 2–3 мм, мешка хватает на кубометр блока.", "灰缝2–3mm，一包可砌一立方米砌块。", "Joint 2–3 mm, one bag lays a cubic metre of blocks."),
    "OSL": ("Ходить через 4 часа, под любое покрытие, безусадочный.", "4小时可上人，适用各类面层，无收缩。", "Walk on it after 4 hours, under any floor covering, no shrinkage."),
    "OSC": ("Фракция до 5 мм, прочность по протоколу каждой партии.", "骨料粒径≤5mm，每批附强度检测报告。", "Grain up to 5 mm, strength certified for every batch."),
    "OIA": ("Для минваты и пенополистирола, держит на старой краске.", "适用岩棉与聚苯板，可用于旧涂层基面。", "For stone wool and polystyrene, holds on old paint."),
    "OPR": ("Сохнет за час, расход 100–150 мл/м², морозостойкая: 5 циклов.", "1小时表干，用量100–150ml/㎡，可耐5次冻融。", "Dry in an hour, 100–150 ml/m², survives 5 freezing cycles."),
    "OGR": ("Не выцветает, водоотталкивающая, шов от 1 до 10 мм.", "不褪色，憎水，缝宽1–10mm。", "Does not fade, repels water, joints from 1 to 10 mm."),
    "": ("Собственная линия, цвет из партии в партию одинаков, отгрузка в день заказа.", "自有生产线，批次颜色一致，当日发货。", "Our own line, the same colour in every batch, shipped on the day of the order."),
}  # fmt: skip

# The first may be replaced by the second: prefixes of codes.
KIN = (
    ("GP", "OGP"), ("CR", "OCR"), ("GF", "OFL-G"), ("PF", "OFL-P"), ("TA", "OTA"), ("BA", "OBA"), ("IA", "OIA"),
    ("SL", "OSL"), ("SC", "OSC"), ("MM", "OSC"), ("PR", "OPR"), ("GR", "OGR"), ("MAK", "OMK"), ("NYM", "VVG"),
    ("HD-2600", "HD-2600B"), ("HD-2600", "RX-26"), ("HD-2800", "RX-30"), ("AG-125", "RX-125V"), ("AG-125E", "AG-125"),
    ("AG-230", "RX-230"), ("DD-18-2", "DD-18-4"), ("DD-18-4", "DD-18BL"), ("LL-2G", "LL-8G"), ("CS-190", "CS-165"),
    ("MM-1400", "MM-1050"), ("VC-20", "VC-30M"), ("HD-4000", "HD-5500"), ("RX-26", "HD-2600"), ("JS-80", "JS-110"),
)  # fmt: skip

# kind | when the order holds (prefix) | offer (prefix) | reason in ru | zh | en
UPSELLS = """
required|CB|STK|К бухте кабеля нужны стяжки: электрик уезжает без них и возвращается.|电缆要配扎带，电工最容易忘。|A drum of cable needs ties: the electrician leaves without them and comes back.
required|SW|SHK|Автоматы берут под щиток: спросите, есть ли место.|买断路器先问配电箱是否有空位。|Breakers go into a panel: ask whether there is room in theirs.
required|GP|PR|Без грунтовки гипсовая штукатурка отходит, гарантии нет.|不涂界面剂抹灰会空鼓，不予质保。|Without primer gypsum plaster comes off and the guarantee is void.
required|OGP|OMK|Под штукатурку нужны маяки: 1 штука на 1,2 метра стены.|抹灰需要冲筋条：每1.2米墙面一根。|Plastering needs beads: one for every 1.2 metres of wall.
required|TA|SHZ|К клею нужен зубчатый шпатель по размеру плитки.|瓷砖胶需按砖的规格配锯齿刮板。|Adhesive needs a notched trowel of the tile's size.
required|GKL|SGM|На лист гипсокартона уходит 34 самореза.|每张石膏板约需34颗自攻钉。|One sheet of plasterboard takes 34 screws.
required|GKL|SRP|Швы без серпянки трескаются через зиму.|接缝不贴纸带，过冬必裂。|Joints without tape crack over the winter.
required|PP|PDV|Подвесы идут через 60 сантиметров, без них потолок не собрать.|吊件间距60公分，缺它装不了吊顶。|Hangers stand every 60 centimetres; no ceiling without them.
required|PS|PNW|К стойке нужен направляющий той же ширины.|竖龙骨要配同宽的天地龙骨。|A stud needs the track of the same width.
required|MPF|DTI|На квадратный метр фасада идёт 6–8 тарельчатых дюбелей.|外墙每平米需6–8支保温钉。|A square metre of facade takes 6–8 insulation fixings.
required|MCH|SKR|На квадратный метр кровли идёт 8 саморезов в цвет.|每平米屋面需8颗同色自攻钉。|A square metre of roof takes 8 screws in its colour.
required|MCH|KNK|Конёк забывают чаще всего, а потом он не в цвет.|脊瓦最容易漏订，后补会有色差。|The ridge is forgotten most often, and later the shade differs.
required|SDV|PSD|Без стартовой и J-планки сайдинг не смонтировать.|没有起始条和J型条无法安装挂板。|Siding cannot be fitted without starter and J-trim.
required|HD-4000|BUR|С отбойным сразу берут запас оснастки.|买电镐通常一并备足钻头。|A demolition hammer goes with a stock of bits.
together|HD-2600|BUR|К перфоратору берут набор буров: 6, 8 и 10 миллиметров.|电锤常配6、8、10毫米钻头。|Rotary hammers go with bits of 6, 8 and 10 millimetres.
together|AG-125|DW|К болгарке берут пачку отрезных: диск живёт полдня.|角磨机配一盒切割片，一片只够用半天。|A grinder goes with a box of discs: one lasts half a day.
together|AG-230|DD|На большую болгарку спрашивают алмазный круг.|大角磨机多配金刚石锯片。|For the large grinder people ask for a diamond disc.
together|DD-18-2|BIT|К шуруповёрту берут биты, родная теряется в первый день.|手电钻要配批头，原装的第一天就丢。|A cordless drill goes with bits: the original is lost on day one.
together|MM-1050|MIX|К миксеру нужна вторая насадка под клей.|搅拌器需再配一根搅拌杆拌胶。|A mixer needs a second paddle for adhesive.
together|LL-2G|RUL|К нивелиру монтажники добирают рулетку.|买水平仪的师傅多会再带一把卷尺。|Fitters add a tape measure to the laser.
together|PEN|PST|К пене профи нужен пистолет, к пистолету промывка.|枪式发泡胶要配枪，枪要配清洗剂。|Gun foam needs a gun.
together|KRI|VAL|К краске берут валик: спросите, чем красят.|涂料配滚筒，问一下客户用什么施工。|Paint goes with a roller: ask what they paint with.
together|KRI|LML|Малярная лента окупается на первом откосе.|美纹纸用在第一个窗边就回本了。|Masking tape pays for itself on the first reveal.
together|EPF|RST|К эмали нужен растворитель для кистей.|调和漆要配稀释剂清洗刷子。|Enamel goes with solvent for the brushes.
together|TPP|FPP|К трубе сразу набирают фитинги, потом едут второй раз.|管材和管件一起配齐，免得再跑一趟。|Pipe goes with fittings, else they drive twice.
together|KSH|FUM|К кранам нужна лента ФУМ, копеечная, но забывают.|球阀配生料带，便宜但总忘。|Valves need PTFE tape: cheap and always forgotten.
together|BD|RDV|К двери нужны ручка и петли в один цвет.|室内门配同色把手和合页。|A door needs handle and hinges of one finish.
together|CHG|MBT|Под гибкую черепицу на ендовы нужна мастика.|沥青瓦天沟处要用沥青胶。|Shingles need mastic in the valleys.
together|NPK|MBT|Наплавляемую кладут по праймеру, ведра хватает на 60 метров.|热熔卷材要先刷底油，一桶约60平米。|Torch-on is laid on primer; a pail does 60 metres.
together|RD|KSH|На каждый радиатор нужны два крана.|每组暖气片需要两个阀门。|Each radiator takes two valves.
larger_pack|GP-5|GP-30|В мешке 30 кг килограмм вдвое дешевле.|30公斤装单价只有一半。|In the 30 kg bag a kilogram costs half.
larger_pack|PR-1-|PR-10|Канистра 10 л дешевле десяти литровых почти вдвое.|10升装比十瓶1升便宜近一半。|The 10 l can costs almost half of ten single litres.
larger_pack|EPF-WH-09|EPF-WH-20|От 15 банок выгоднее барабан 20 кг.|15罐以上买20公斤桶更划算。|From 15 cans on the 20 kg drum is cheaper.
larger_pack|KRI-M-27|KRI-M-9|На две комнаты уходит ведро 9 л, выйдет дешевле.|两间房要用一桶9升，更省。|Two rooms take a 9 l pail and it costs less.
larger_pack|LSH|LSH-120|Шкурку берут коробкой: в переборе дешевле на треть.|砂纸整箱拿便宜三分之一。|Sandpaper by the box is a third cheaper.
own_production|GP|OGP|Наша гипсовая «Опора»: тот же слой, дешевле на 14 %, всегда на складе.|自产鼎铂抹灰石膏：同样厚度便宜14%，常年有货。|Our own Opora gypsum plaster: the same coat, 14% cheaper, always in stock.
own_production|TA|OTA|Клей «Опора» того же класса, сертификат дадим с накладной.|鼎铂瓷砖胶同等级，随货附检测报告。|Opora adhesive of the same class, certificate with the waybill.
own_production|SC|OSC|Пескобетон «Опора» с нашего завода: доставим той же машиной.|鼎铂干混砂浆本厂直供，同车送达。|Opora sand concrete from our plant: comes on the same truck.
own_production|SL|OSL|Наливной пол «Опора» ложится так же, а мешок дешевле.|鼎铂自流平效果一样，每包更便宜。|Opora floor lies just as well and the bag costs less.
own_production|PEN|SILL|Кто берёт пену на окна, тому нужен и подоконник: режем в размер.|买发泡胶装窗的客户也需要窗台板，可定尺切割。|Who buys foam for windows needs sills: we cut to size.
own_production|RO|DRIP|К окну предложите отлив «Опора»: гнём под размер за день.|装窗可推荐鼎铂披水板，一天内按尺寸加工。|With windows offer the Opora drip sill: bent to size in a day.
own_production|GR|OGR|Затирка «Опора» тех же цветов, дешевле на 12 %.|鼎铂填缝剂同色，便宜12%。|Opora grout in the same colours, 12% cheaper.
"""
