"""Paints, hand tools, power tools, consumables of the site; the columns are told in `families_build`."""

PAINTS = """
Краска интерьерная ~ #0, белая, #1 л|~ #0内墙乳胶漆 白色 #1L|Interior paint ~, #0, white, #1 l|pail|33|KRI|kolorit lumara:1.16|@matt;2.7:698:4.1 @matt;5:1190:7.6 @matt;9:1980:13.6 @washable;2.7:986:4 @washable;9:2860:13.4 @ceiling;9:1690:13.8
Краска фасадная ~, база #0, #1 л|~ 外墙乳胶漆 #0基料 #1L|Facade paint ~, base #0, #1 l|pail|33|KRF|kolorit lumara:1.14|A;2.7:1140:4 A;9:3280:13.2 C;2.7:1090:3.7 C;9:3120:12.4
Эмаль ПФ-115 ~ #0, #1 кг|~ 醇酸调和漆 #0 #1kg|Alkyd enamel PF-115 ~, #0, #1 kg|can|14|EPF|kolorit|@white;0.9:218:1.05 @white;2.7:586:3 @white;20:3980:21.5 @grey;0.9:212:1.05 @grey;2.7:572:3 @blue;0.9:216:1.05 @green;0.9:216:1.05 @red;0.9:228:1.05 @brown;0.9:212:1.05 @brown;2.7:568:3 @black;0.9:208:1.05 @yellow;0.9:224:1.05
Грунт-эмаль по ржавчине ~ 3 в 1, #0, #1 кг|~ 三合一防锈漆 #0 #1kg|Rust enamel ~ 3-in-1, #0, #1 kg|can|14|GRR|lumara kolorit:.86|@black;0.9:398:1.05 @brown;0.9:398:1.05 @grey;0.9:398:1.05 @green;0.9:412:1.05 @black;2.7:1090:3 @grey;2.7:1090:3
Грунтовка ГФ-021 ~, #0, #1 кг|~ 醇酸防锈底漆 #0 #1kg|Primer GF-021 ~, #0, #1 kg|can|14|GF|kolorit|@redbrown;1.9:312:2.1 @redbrown;20:2790:21.5 @grey;1.9:318:2.1 @grey;20:2840:21.5
Антисептик для дерева ~ #0, #1 л|~ 木材防腐漆 #0 #1L|Wood preservative ~, #0, #1 l|can|12|ANT|lumara|@oak;0.8:486:.9 @oak;2.5:1380:2.7 @pine;0.8:486:.9 @pine;2.5:1380:2.7 @walnut;0.8:486:.9 @walnut;2.5:1380:2.7 @rosewood;2.5:1380:2.7 @clear;2.5:1290:2.7
Лак паркетный ~ #0, #1 л|~ 地板漆 #0 #1L|Parquet varnish ~, #0, #1 l|can|12|LAK|lumara|@gloss;0.8:612:.9 @gloss;2.5:1740:2.8 @semimatt;0.8:636:.9 @semimatt;2.5:1790:2.8
Пена монтажная ~ #0, #1 мл|~ #0聚氨酯发泡胶 #1ml|Mounting foam ~, #0, #1 ml|can|12|PEN|fixprof hardt:1.1|@profsummer;850:412:.98 @profwinter;850:438:.98 @hand;650:328:.78 @profsummer;650:348:.78 @fireproof;750:786:.9
Герметик силиконовый ~ #0, #1, 280 мл|~ #0硅酮密封胶 #1 280ml|Silicone sealant ~, #0, #1, 280 ml|pc|24|GRS|fixprof hardt:1.12|@sanitary;@white:248:.34 @sanitary;@clear:248:.34 @universal;@white:216:.34 @universal;@clear:216:.34 @neutral;@clear:328:.34
Герметик акриловый ~ #0, 310 мл|~ 丙烯酸填缝胶 #0 310ml|Acrylic sealant ~, #0, 310 ml|pc|24|GRA|fixprof|@white:132:.52 @brown:138:.52 @grey:138:.52
Клей монтажный ~ #0, #1|~ #0免钉胶 #1|Assembly adhesive ~, #0, #1|pc|12|KLM|fixprof|@liquidnails;@ml290:286:.45 @express;@ml290:326:.45 @forpanels;@ml290:274:.45 @mspoly;@ml290:598:.45
Растворитель ~ #0, #1|~ #0 #1|Solvent ~, #0, #1|can|20|RST|kolorit|@whitespirit;@l05:98:.42 @whitespirit;@l5:742:4.1 @s646;@l05:112:.45 @s646;@l5:896:4.4 @acetone;@l05:118:.42 @acetone;@l5:948:4.1
Колер универсальный ~ #0, 100 мл|~ 通用色浆 #0 100ml|Tint ~, #0, 100 ml|pc|24|KOL|kolorit|@yellow:96:.14 @red:96:.14 @blue:96:.14 @green:96:.14 @brown:92:.14 @black:92:.14 @terracotta:98:.14
"""

TOOLS = """
Валик ~ #0, #1 мм|~ #0滚筒刷 #1mm|Paint roller ~, #0, #1 mm|pc|20|VAL|hardt mastak:.72|@micro;180:268:.18 @micro;240:318:.24 @polyacryl;180:224:.2 @polyacryl;240:262:.26 @velour;100:126:.08
Кисть плоская ~ #0 мм, #1|~ 平板刷 #0mm #1|Flat brush ~ #0 mm, #1|pc|24|KST|hardt mastak:.62|25;@mixed:58:.03 38;@mixed:76:.04 50;@mixed:98:.06 75;@mixed:148:.09 100;@mixed:212:.13
Шпатель ~ #0 мм, нержавеющий|~ 不锈钢刮刀 #0mm|Filling knife ~ #0 mm, stainless|pc|24|SHT|hardt mastak:.7|60:148:.08 80:168:.1 100:186:.12 150:248:.17 250:346:.25 350:462:.34 450:586:.44 600:798:.6
Шпатель зубчатый ~ 150 мм, зуб #0 мм|~ 锯齿刮板 150mm 齿#0mm|Notched trowel ~ 150 mm, notch #0 mm|pc|24|SHZ|hardt|4×4:212:.16 6×6:212:.16 8×8:224:.16 10×10:232:.16
Правило алюминиевое ~ #0 м|~ 铝合金刮尺 #0m|Aluminium screed rule ~ #0 m|pc|10|PRA|hardt mastak:.82|1:512:.7 1.5:712:1 2:918:1.4 2.5:1120:1.7 3:1340:2.1
Уровень ~ #0 мм, #1|~ 铝合金水平尺 #0mm #1|Spirit level ~ #0 mm, #1|pc|10|URV|hardt mastak:.66|400;@vials3:698:.32 600;@vials3:862:.45 800;@vials3:1040:.58 1000;@vials3:1260:.72 1500;@vials3:1780:1.1 2000;@vials3:2390:1.5
Рулетка ~ #0 м × #1 мм|~ 钢卷尺 #0m×#1mm|Tape measure ~ #0 m × #1 mm|pc|24|RUL|hardt mastak:.6|3;16:248:.12 5;19:342:.19 7.5;25:548:.34 10;25:698:.46
Нож ~ #0 мм, #1|~ 美工刀 #0mm #1|Utility knife ~ #0 mm, #1|pc|24|NOZ|hardt|18;@autolock:248:.11 18;@screwlock:286:.14 25;@screwlock:386:.2
Ножовка по #0 ~ #1 мм|~ #0手锯 #1mm|Handsaw for #0 ~ #1 mm|pc|12|NZH|hardt mastak:.7|@forwood;400:698:.38 @forwood;450:756:.42 @forwood;500:812:.46 @fordrywall;150:386:.15 @foraircrete;700:2190:1.1
Молоток слесарный ~ #0 г, #1|~ 钳工锤 #0g #1|Engineer's hammer ~ #0 g, #1|pc|12|MLT|hardt mastak:.68|300;@fiberglass:486:.45 500;@fiberglass:598:.68 800;@fiberglass:786:1 500;@ash:412:.65
Кувалда ~ #0 кг, обратная рукоятка|~ 八角锤 #0kg|Sledgehammer ~ #0 kg|pc|6|KUV|mastak|2:986:2.5 3:1340:3.6 5:1980:5.8
Кельма ~ #0|~ 抹泥刀 #0|Trowel ~, #0|pc|24|KLM2|hardt|@mason:398:.35 @plasterer:426:.37 @finisher:368:.3
Пистолет ~ для #0|~ #0枪|Gun ~ for #0|pc|20|PST|hardt mastak:.7|@foam:986:.55 @foamteflon:1680:.6 @sealant:386:.5 @sealantskeleton:248:.4
Плиткорез ручной ~ #0 мм|~ 手动瓷砖切割机 #0mm|Manual tile cutter ~ #0 mm|pc|2|PLR|hardt|400:2980:4.2 600:4260:6.4 1200:16900:14.5
Миксер-насадка ~ #0×#1 мм, #2|~ 搅拌杆 #0×#1mm #2|Mixing paddle ~ #0×#1 mm, #2|pc|12|MIX|hardt|80;400;@hex:312:.4 100;500;@hex:426:.6 120;600;M14:698:1.2 80;400;SDS-plus:338:.4
Набор #0 ~, #1 пр.|~ #0套装 #1件|Set of #0 ~, #1 pcs|set|6|NAB|hardt|@screwdrivers;6:986:.7 @screwdrivers;12:1780:1.3 @hexkeys;9:612:.4 @sockets;56:4280:3.8 @sockets;94:6890:6.4 @pliers;3:1890:.9
"""

POWER = """
Перфоратор #0, SDS-plus, #1 Вт|~ 电锤 #0 SDS-plus #1W|Rotary hammer #0, SDS-plus, #1 W|pc|4||hardt|HD-2600;800:8810:3.1 HD-2600B;800:9150:5.2 HD-2800;900:10690:3.4 HD-3200;1100:12960:4.3
Перфоратор ~ #0, SDS-plus, #1 Вт|~ 电锤 #0 SDS-plus #1W|Rotary hammer ~ #0, SDS-plus, #1 W|pc|4||rexon|RX-24;720:6980:2.9 RX-26;850:8460:3.2 RX-30;1050:10240:4.6
Молоток отбойный #0, #1, #2 Вт|~ 电镐 #0 #1 #2W|Demolition hammer #0, #1, #2 W|pc|2||hardt|HD-4000;SDS-max;1300:22300:7.8 HD-5500;SDS-max;1500:28900:11.2 HD-1500H;HEX_30;1900:38700:17.4
Угловая шлифмашина #0, #1 мм, #2 Вт|~ 角磨机 #0 #1mm #2W|Angle grinder #0, #1 mm, #2 W|pc|6||hardt|AG-125;125;1100:4360:2.1 AG-125E;125;1300:5280:2.3 AG-115;115;750:3180:1.8 AG-180;180;1800:7460:4.6 AG-230;230;2400:8980:5.6
Угловая шлифмашина ~ #0, #1 мм, #2 Вт|~ 角磨机 #0 #1mm #2W|Angle grinder ~ #0, #1 mm, #2 W|pc|6||rexon|RX-125;125;900:3290:1.9 RX-125V;125;1200:4180:2.2 RX-230;230;2200:7640:5.3
Дрель-шуруповёрт #0, #1 В, #2|~ 充电手电钻 #0 #1V #2|Cordless drill #0, #1 V, #2|set|5||hardt|DD-12-2;12;2_×_1.5_@ah:4990:2.2 DD-18-2;18;2_×_2.0_@ah:7240:3 DD-18-4;18;2_×_4.0_@ah:9860:3.6 DD-18BL;18;2_×_4.0_@ah,_BL:12900:3.4
Дрель ударная ~ #0, #1 Вт|~ 冲击钻 #0 #1W|Impact drill ~ #0, #1 W|pc|6||rexon|RX-ID13;650:2980:1.9 RX-ID16;1050:4680:2.9
Гайковёрт аккумуляторный #0, #1 В, #2 Н·м|~ 充电冲击扳手 #0 #1V #2N·m|Cordless impact wrench #0, #1 V, #2 N·m|pc|4||hardt|IW-18;18;250:9860:2.1 IW-18H;18;650:16900:2.8
Лобзик #0, #1 Вт|~ 曲线锯 #0 #1W|Jigsaw #0, #1 W|pc|6||hardt|JS-80;650:4260:2.2 JS-110;850:5680:2.6
Пила дисковая #0, #1 мм, #2 Вт|~ 电圆锯 #0 #1mm #2W|Circular saw #0, #1 mm, #2 W|pc|4||hardt|CS-165;165;1200:6280:3.6 CS-190;190;1500:7980:4.4 CS-235;235;2200:13600:7.1
Шуруповёрт сетевой ~ #0, #1 Вт|~ 电动螺丝刀 #0 #1W|Drywall screwdriver ~ #0, #1 W|pc|6||rexon|RX-SD45;550:3680:1.6 RX-SD60;710:4290:1.8
Миксер строительный #0, #1 Вт|~ 电动搅拌器 #0 #1W|Mortar mixer #0, #1 W|pc|2||hardt|MM-1050;1050:6480:4.1 MM-1400;1400:8690:5.2 MM-1600D;1600:13900:6.9
Фен технический ~ #0, #1 Вт|~ 热风枪 #0 #1W|Heat gun ~ #0, #1 W|pc|8||rexon|RX-HG20;2000:2680:.8 RX-HG22D;2200:3960:.9
Штроборез #0, #1 мм, #2 Вт|~ 开槽机 #0 #1mm #2W|Wall chaser #0, #1 mm, #2 W|pc|2||hardt|WC-125;125;1500:14900:4.6 WC-150;150;2100:19800:6.1
Уровень лазерный #0, #1|~ 激光水平仪 #0 #1|Laser level #0, #1|set|6||hardt|LL-2G;@lines2:5680:.9 LL-8G;@lines8:9860:1.4 LL-12G;@lines12:13900:1.7
Шлифмашина по штукатурке #0, #1 мм, #2 Вт|~ 墙面打磨机 #0 #1mm #2W|Drywall sander #0, #1 mm, #2 W|pc|2||hardt|DS-225;225;750:13200:4.2 DS-225L;225;1200:17900:4.8
Пылесос строительный #0, #1 л, #2 Вт|~ 工业吸尘器 #0 #1L #2W|Site vacuum cleaner #0, #1 l, #2 W|pc|2||hardt|VC-20;20;1200:12400:7.2 VC-30M;30;1400:21900:11.4
Бензопила ~ #0, #1 см, #2 кВт|~ 汽油链锯 #0 #1cm #2kW|Chainsaw ~ #0, #1 cm, #2 kW|pc|2||rexon|RX-CS40;40;1.7:11900:5.4 RX-CS45;45;2.2:13800:5.8
Генератор бензиновый ~ #0, #1 кВт|~ 汽油发电机 #0 #1kW|Petrol generator ~ #0, #1 kW|pc|1||rexon|RX-G28;2.8:29800:42 RX-G55;5.5:56900:78
Пушка тепловая ~ #0, #1 кВт|~ 工业暖风机 #0 #1kW|Heat blower ~ #0, #1 kW|pc|2||rexon|RX-EH3;3:5860:5.2 RX-EH5;5:9480:7.4 RX-EH9;9:16900:12.6
Компрессор ~ #0, #1 л, #2 л/мин|~ 空压机 #0 #1L #2L/min|Compressor ~ #0, #1 l, #2 l/min|pc|1||rexon|RX-AC24;24;206:16800:24 RX-AC50;50;260:21900:34
Аппарат сварочный ~ #0, #1 А|~ 逆变电焊机 #0 #1A|Inverter welder ~ #0, #1 A|pc|2||rexon voltra:1.2|MMA-200;200:9860:5.4 MMA-250;250:12900:6.8
"""

SITE = """
Круг отрезной по металлу ~ #0×#1×22|~ 金属切割片 #0×#1×22|Cutting disc for metal ~ #0×#1×22|pc|50|DW|rexon hardt:1.15|115;1.0:32.8:.03 125;1.0:35.9:.03 125;1.6:39.4:.04 125;2.5:46.2:.05 150;1.6:58.4:.06 180;1.8:78.6:.1 230;1.8:112:.17 230;2.5:118:.22
Круг алмазный ~ #0, #1×22|~ 金刚石锯片 #0 #1×22|Diamond disc ~ #0, #1×22|pc|20|DD|hardt rexon:.76|@segment;115:386:.1 @segment;125:428:.12 @segment;180:798:.3 @segment;230:1190:.5 @turbo;125:468:.12 @turbo;230:1290:.5 @solidrim;125:486:.12
Бур SDS-plus ~ #0|~ SDS-plus 电锤钻头 #0|SDS-plus drill bit ~ #0|pc|20|BUR|hardt rexon:.74|6×110:98:.05 6×160:118:.06 8×160:148:.08 8×210:178:.1 10×160:168:.1 10×260:238:.17 12×260:298:.21 14×310:398:.32 16×450:698:.6 20×450:986:.9
Сверло по металлу ~ #0 мм|~ 高速钢麻花钻 #0mm|HSS drill ~ #0 mm|pc|10|SVM|hardt|3.0:42:.01 4.0:54:.01 5.0:72:.01 6.0:98:.02 8.0:168:.04 10.0:262:.07
Коронка ~ #0, #1 мм|~ #0开孔器 #1mm|Hole cutter ~, #0, #1 mm|pc|10|KOR|hardt|@concrete;68:1190:.5 @concrete;82:1480:.7 @tile;35:486:.1 @tile;68:798:.2 @bimetal;60:398:.15 @bimetal;68:428:.18
Бита ~ #0, #1 мм, #2 шт.|~ 批头 #0 #1mm #2支|Screwdriver bit ~ #0, #1 mm, #2 pcs|pack|20|BIT|hardt|PH2;25;10:248:.07 PH2;50;10:396:.14 PH2;90;5:348:.15 PZ2;50;10:396:.14 T20;50;10:428:.14 T25;50;10:428:.14
Пилки для лобзика ~ #0, #1, 5 шт.|~ 曲线锯条 #0 #1 5支|Jigsaw blades ~ #0, #1, 5 pcs|pack|20|PIL|hardt|T101B;@forwood2:286:.04 T144D;@forwood2:268:.04 T118A;@formetal2:298:.04
Лист шлифовальный P#0, 230×280, 10 шт.|砂纸 P#0 230×280 10张|Abrasive sheet P#0, 230×280, 10 pcs|pack|20|LSH|rexon|80:248:.2 120:238:.18 180:232:.17 240:228:.16
Электроды ~ #0, #1 мм, #2 кг|~ 焊条 #0 #1mm #2kg|Electrodes ~ #0, #1 mm, #2 kg|pack|8|ELD|voltra|МР-3;3;2.5:698:2.6 МР-3;3;5:1290:5.1 МР-3;4;5:1240:5.1 УОНИ_13/55;3;5:1420:5.1
Лента малярная ~ #0 мм × #1 м|~ 美纹纸胶带 #0mm×#1m|Masking tape ~ #0 mm × #1 m|roll|36|LML|fixprof|25;25:74:.09 30;25:88:.11 38;25:112:.14 48;25:138:.17 48;50:246:.34
Скотч #0 48 мм × #1 м|#0胶带 48mm×#1m|#0 tape 48 mm × #1 m|roll|36|SKT|fixprof|@clear2;66:98:.2 @armored;25:268:.32 @armored;50:468:.6 @aluminium2;50:398:.45 @twosided;25:212:.25
Плёнка полиэтиленовая #0 мкм, 3×#1 м|PE 塑料薄膜 #0μm 3×#1m|Polyethylene film #0 µm, 3×#1 m|roll|10|PLE|nordflex|60;100:2680:16.5 80;100:3480:22 100;100:4290:27.6 150;100:6390:41 200;50:4260:27.6
Мешки #0, #1, #2 шт.|#0 #1 #2只|#0, #1, #2 pcs|pack|10|MSH|nordflex|@rubble2;55×95_@cm;100:1180:6.5 @rubble2;55×105_@cm;50:698:4 @trash;120_@litre;50:386:1.4 @trash;180_@litre;20:298:1.2
Перчатки #0, #1|#0手套 #1|Gloves, #0, #1|pair|120|PER|mastak|@cottonpvc;@cl10:28.6:.05 @cottonpvc;@cl75:34.2:.07 @nitrile;@sz9:118:.07 @latex;@sz10:74:.08 @split;@sz105:298:.2 @winterlatex;@sz10:168:.12
Очки защитные ~ #0|~ #0防护眼镜|Safety glasses ~, #0|pc|24|OCH|hardt|@open:148:.05 @closed:268:.1
Респиратор ~ #0|~ #0口罩|Respirator ~ #0|pc|40|RSP|hardt|FFP1:78:.02 FFP2:112:.02 FFP3:178:.03
Каска строительная #0|建筑安全帽 #0|Safety helmet, #0|pc|20|KSK|mastak|@white:318:.4 @orange:318:.4 @yellow:318:.4
Лопата #0|#0锹|Shovel, #0|pc|10|LPT|mastak|@bayonet:586:1.6 @scoop:612:1.8 @snow:798:1.5
Тачка строительная ~ #0 л, #1 кг, #2|~ 手推车 #0L 载重#1kg #2|Wheelbarrow ~ #0 l, #1 kg, #2|pc|2|TCH|mastak|90;180;@wheel1:4290:13 110;240;@wheel1:5680:15.6 110;320;@wheel2:6980:18
Ведро #0, #1 л|#0桶 #1L|Bucket, #0, #1 l|pc|20|VED|mastak|@builder;12:148:.5 @builder;20:226:.8 @zincbucket;12:412:1.1
Стремянка ~ #0, #1 ступ.|~ #0人字梯 #1步|Step ladder ~, #0, #1 steps|pc|1|STR|mastak|@steel;4:2680:5.6 @steel;6:3860:8.2 @alu;4:3480:3.9 @alu;6:4980:5.8 @alu;8:6890:8.1
Удлинитель ~ #0, #1 м, #2|~ #0电缆盘 #1m #2|Extension cable ~, #0, #1 m, #2|pc|6|UDL|voltra|@frame;20;ПВС_2×0.75:1480:2 @frame;30;ПВС_3×1.5:3960:4.9 @drum;50;КГ_3×1.5:7980:10.2 @drum;50;КГ_3×2.5:11900:14.6
Тент тарпаулин #0 м, #1 г/м²|防水篷布 #0m #1g/㎡|Tarpaulin #0 m, #1 g/m²|pc|6|TNT|nordflex|3×5;120:1180:1.8 4×6;120:1860:2.9 6×8;120:3680:5.8 4×6;180:2790:4.3 10×12;180:13600:21.6
"""
