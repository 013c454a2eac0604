### 給人看的文字。{$…} 的值已可直接顯示。

status-verified = 已核實
status-claimed = 來源所述，未經核實
status-disputed = 說法不一
status-rumour = 傳聞
status-opinion = 觀點

kind-fact = 事實
kind-quote = 語錄
kind-timeline = 時間線
kind-topic = 主題
kind-source = 來源

type-person = 人物
type-team = 團隊
type-company = 公司
type-model = 模型
type-product = 產品
type-platform = 平台
type-benchmark = 評測
type-publication = 媒體
type-concept = 概念
type-place = 地點
type-event = 事件

work-video = 影片
work-post = 貼文
work-paper = 論文
work-press = 報導
work-documentation = 文件
work-filing = 法律或監管文件
work-dataset = 資料集

label-status = 狀態
label-correction = 更正
label-sources = 來源
label-original = 原話
label-checked = 核對日期
label-type = 類型
label-aliases = 又稱
label-released = 發布日期
label-parameters = 參數規模
label-licence = 授權條款
label-modalities = 模態
label-roles = 職務
label-exists = 存續時間
label-parents = 隸屬
label-entries = 本庫收錄
label-publisher = 發布者
label-report = 報告錯誤
label-id = 編號
label-about = 關於

speaker-anonymous = 匿名人士
speaker-unknown = 說話人不明
attribution-inferred = { $speaker }（據上下文推斷）

quotation = 「{ $words }」

date-about = 約{ $date }
date-uncertain = { $date }（不確定）
date-interval = { $start }至{ $end }
date-since = { $start }至今

place-caption = 第{ $at }條字幕
place-page = 第{ $at }頁
place-section = { $at }
place-timestamp = { $at }處
place-other = { $at }

role = { $organisation }{ $title }
role-dated = { $role }：{ $dates }（{ $status }）
role-reports-to = 向{ $person }匯報

entries-facts = { $count }條事實
entries-quotes = { $count }條語錄
entries-timeline = { $count }條時間線

source-line = 《{ $title }》，{ $publisher }，{ $date }
source-with-place = { $source }，{ $place }

list-separator = 、
label-value = { $label }：{ $value }

search-title = 「{ $query }」的搜尋結果
timeline-title = 時間線
timeline-title-of = 時間線：{ $topic }
page = 第{ $page }頁，共{ $pages }頁

nothing = 本庫中沒有關於「{ $query }」的內容。
nothing-at-all = 本庫中沒有這類內容。
nothing-near = 本庫中沒有關於「{ $query }」的內容。相近的主題：{ $topics }。
nothing-in-range = 這段時間內沒有時間線條目。
nothing-exhausted = 這一頁已不存在，列表變短了。
bad-date = 「{ $text }」不是日期。請寫成2025、2025-11或2025-11-05。
bad-range = 時間範圍的結束早於開始：從{ $since }到{ $until }。

help-title = { $title }
help-about = 從經過核對的資料庫中回答事實、語錄和時間線。每條回答都註明狀態和來源，絕不編造。
help-commands = 命令
help-fact = 某個主題的一條事實；不填則隨機
help-quote = 誰說過什麼，可按說話人或主題查
help-timeline = 什麼時候發生了什麼
help-search = 搜尋全部內容
help-topic = 人物、團隊、模型或概念，以及本庫中與之相關的一切
help-random = 隨機一條
help-help = 顯示本說明
help-mention = 也可以直接提問：「{ $example }」。開頭加上「語錄」或「時間線」可縮小範圍。
help-example = 誰領導FAIR
help-pack = 資料庫
help-licence = 授權條款
help-as-of = 內容截至
help-counts = 收錄
help-version = 版本
help-statuses = 狀態說明
help-status-verified = 有不依賴該來源的公開記錄相印證
help-status-claimed = 來源這樣說，尚未核對或無從核對
help-status-disputed = 各方記錄不一致
help-status-rumour = 來源本身也只當作傳聞
help-status-opinion = 說話者個人的判斷

console-welcome = { $title }。輸入 /help 檢視命令，按 Ctrl-D 退出。
console-unknown-command = 沒有 /{ $command } 這個命令。輸入 /help 檢視全部命令。
console-unknown-option = /{ $command } 沒有「{ $option }」這個選項。可用的有：{ $options }。
console-no-options = /{ $command } 不帶選項。
console-more = 還有{ $count }條：/next
console-no-more = 沒有更多內容了。
console-bad-language = 這裡沒有「{ $language }」這種語言。可用的有：{ $languages }。
console-bad-kind = 沒有「{ $kind }」這一類。可用的有：{ $kinds }。
help-next = 下一條同類回答
help-language = 回答所用的語言：/language zh-Hant
help-quit = 退出
console-language-set = 以後用{ $language }回答。
