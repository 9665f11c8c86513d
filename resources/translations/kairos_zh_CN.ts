<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Is Kairos seeing everything?</source>
        <translation>Kairos 都看到了吗？</translation>
    </message>
    <message>
        <source>A private attention and time manager. Free software under the MIT licence; PySide6 under the LGPL.</source>
        <translation>私密的注意力与时间管理工具。以 MIT 许可证发布的自由软件；PySide6 以 LGPL 使用。</translation>
    </message>
    <message>
        <source>Kairos %1</source>
        <translation>Kairos %1</translation>
    </message>
</context>
<context>
    <name>AccessPanel</name>
    <message>
        <source>Folder of the extension</source>
        <translation>扩展所在的文件夹</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Extension for GNOME</source>
        <translation>GNOME 扩展</translation>
    </message>
    <message>
        <source>GNOME shows its windows only to its own extensions. This small one tells programs on this computer, such as Kairos, which window is in front. It is put into this folder only when you press Install:</source>
        <translation>GNOME 只让自己的扩展看到窗口。这个小扩展告诉这台电脑上的程序（例如 Kairos）哪个窗口在最前面。只有点击“安装”后，它才会放入这个文件夹：</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Script for KWin</source>
        <translation>KWin 脚本</translation>
    </message>
    <message>
        <source>While Kairos records, KWin runs a small script that tells which window is in front. Nothing is installed: the script goes when recording ends.</source>
        <translation>Kairos 记录期间，KWin 会运行一小段脚本，告知前台是哪个窗口。不安装任何东西：记录结束后脚本随之消失。</translation>
    </message>
    <message>
        <source>Not installed: apps and titles cannot be recorded.</source>
        <translation>未安装：无法记录应用和标题。</translation>
    </message>
    <message>
        <source>Installed and switched on.</source>
        <translation>已安装并启用。</translation>
    </message>
    <message>
        <source>Installed. Log out and in once; if windows are still not seen then, press Switch on.</source>
        <translation>已安装。请注销后重新登录一次；如果之后仍看不到窗口，请点击“启用”。</translation>
    </message>
</context>
<context>
    <name>ActionWords</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>已重做：%1</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Undo the last removal of a folder</source>
        <translation>撤销上次移除文件夹</translation>
    </message>
    <message>
        <source>Add a goal first.</source>
        <translation>请先添加一个目标。</translation>
    </message>
    <message>
        <source>Edit or remove a goal</source>
        <translation>编辑或移除目标</translation>
    </message>
    <message>
        <source>Edit or remove a skill</source>
        <translation>编辑或移除技能</translation>
    </message>
    <message>
        <source>Add a block: plan a new one</source>
        <translation>添加时段：安排一个新的时段</translation>
    </message>
    <message>
        <source>Find a setting by its name</source>
        <translation>按名称查找设置</translation>
    </message>
    <message>
        <source>The answer before is being worked out.</source>
        <translation>正在得出上一个回答。</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask what is typed</source>
        <translation>提交输入的问题</translation>
    </message>
    <message>
        <source>Begin a new dialogue</source>
        <translation>开始新对话</translation>
    </message>
    <message>
        <source>Add a folder first.</source>
        <translation>请先添加文件夹。</translation>
    </message>
    <message>
        <source>Nothing is being read just now.</source>
        <translation>现在没有在读取。</translation>
    </message>
    <message>
        <source>There is no filter to clear.</source>
        <translation>没有可清除的筛选。</translation>
    </message>
    <message>
        <source>Show the search first.</source>
        <translation>请先显示搜索。</translation>
    </message>
    <message>
        <source>Choose a document among the results first.</source>
        <translation>请先在结果中选中文档。</translation>
    </message>
    <message>
        <source>A language model is there already.</source>
        <translation>已经有语言模型。</translation>
    </message>
    <message>
        <source>Nothing was said of it yet.</source>
        <translation>还没有回应过。</translation>
    </message>
    <message>
        <source>Show the folders and choose one first.</source>
        <translation>请先显示文件夹并选中一个。</translation>
    </message>
    <message>
        <source>Show the folders first.</source>
        <translation>请先显示文件夹。</translation>
    </message>
    <message>
        <source>Show what could not be read and choose a document first.</source>
        <translation>请先显示无法读取的文档并选中一个。</translation>
    </message>
    <message>
        <source>Show what could not be read first.</source>
        <translation>请先显示无法读取的文档。</translation>
    </message>
    <message>
        <source>Search in your documents</source>
        <translation>搜索文档</translation>
    </message>
    <message>
        <source>Documents: show the search</source>
        <translation>文档：显示搜索</translation>
    </message>
    <message>
        <source>Documents: show the folders</source>
        <translation>文档：显示文件夹</translation>
    </message>
    <message>
        <source>Documents: show what could not be read</source>
        <translation>文档：显示无法读取的</translation>
    </message>
    <message>
        <source>Pause or resume reading the documents</source>
        <translation>暂停或继续读取文档</translation>
    </message>
    <message>
        <source>Clear the filters of the search</source>
        <translation>清除搜索筛选</translation>
    </message>
    <message>
        <source>Filter documents by kind</source>
        <translation>按类型筛选文档</translation>
    </message>
    <message>
        <source>Filter documents by folder</source>
        <translation>按文件夹筛选文档</translation>
    </message>
    <message>
        <source>Filter documents by when they changed</source>
        <translation>按修改时间筛选文档</translation>
    </message>
    <message>
        <source>Filter documents by when they were used</source>
        <translation>按使用时间筛选文档</translation>
    </message>
    <message>
        <source>Open the chosen document</source>
        <translation>打开选中的文档</translation>
    </message>
    <message>
        <source>Show the chosen document in its folder</source>
        <translation>在文件夹中显示选中的文档</translation>
    </message>
    <message>
        <source>Copy the path of the chosen document</source>
        <translation>复制选中文档的路径</translation>
    </message>
    <message>
        <source>Sort the results by meaning too</source>
        <translation>也按含义排序结果</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>选择语言模型</translation>
    </message>
    <message>
        <source>What did I read?</source>
        <translation>我读了什么？</translation>
    </message>
    <message>
        <source>Undo the last word on what you read</source>
        <translation>撤销对读过内容的上一次回应</translation>
    </message>
    <message>
        <source>Add a folder of documents</source>
        <translation>添加文档文件夹</translation>
    </message>
    <message>
        <source>Change what is read of the chosen folder</source>
        <translation>更改所选文件夹的读取内容</translation>
    </message>
    <message>
        <source>Remove the chosen folder</source>
        <translation>移除选中的文件夹</translation>
    </message>
    <message>
        <source>Look for changed documents now</source>
        <translation>立即查找文档更改</translation>
    </message>
    <message>
        <source>Try the chosen documents again</source>
        <translation>重试选中的文档</translation>
    </message>
    <message>
        <source>Try all documents again</source>
        <translation>重试所有文档</translation>
    </message>
    <message>
        <source>Show the document that failed in its folder</source>
        <translation>在文件夹中显示失败的文档</translation>
    </message>
    <message>
        <source>A focus session has to run.</source>
        <translation>需要正在进行的专注。</translation>
    </message>
    <message>
        <source>A focus session runs already, or Kairos is still opening.</source>
        <translation>已有专注在进行，或 Kairos 还在打开。</translation>
    </message>
    <message>
        <source>No block is planned for now.</source>
        <translation>现在没有计划的时段。</translation>
    </message>
    <message>
        <source>The recorder has to run.</source>
        <translation>记录器需要正在运行。</translation>
    </message>
    <message>
        <source>Recording is not paused.</source>
        <translation>记录没有暂停。</translation>
    </message>
    <message>
        <source>The recorder runs already.</source>
        <translation>记录器已在运行。</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>在本页搜索</translation>
    </message>
    <message>
        <source>Start or end a focus session</source>
        <translation>开始或结束专注</translation>
    </message>
    <message>
        <source>Take a break, or end it</source>
        <translation>休息，或结束休息</translation>
    </message>
    <message>
        <source>Focus on the planned block</source>
        <translation>为计划的时段专注</translation>
    </message>
    <message>
        <source>Focus with a countdown</source>
        <translation>倒计时专注</translation>
    </message>
    <message>
        <source>Focus in rounds: Pomodoro</source>
        <translation>番茄钟专注</translation>
    </message>
    <message>
        <source>Focus as long as it flows: Flowtime</source>
        <translation>心流专注</translation>
    </message>
    <message>
        <source>Take a break from the session</source>
        <translation>专注中休息</translation>
    </message>
    <message>
        <source>End the break of the session</source>
        <translation>结束专注中的休息</translation>
    </message>
    <message>
        <source>End the focus session</source>
        <translation>结束专注</translation>
    </message>
    <message>
        <source>Pause recording for 15 minutes</source>
        <translation>暂停记录 15 分钟</translation>
    </message>
    <message>
        <source>Pause recording for 1 hour</source>
        <translation>暂停记录 1 小时</translation>
    </message>
    <message>
        <source>Pause recording until tomorrow</source>
        <translation>暂停记录到明天</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>继续记录</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Open sample days</source>
        <translation>打开示例数据</translation>
    </message>
    <message>
        <source>Is Kairos seeing everything?</source>
        <translation>Kairos 都看到了吗？</translation>
    </message>
    <message>
        <source>What is new in Kairos?</source>
        <translation>Kairos 有什么新内容？</translation>
    </message>
    <message>
        <source>Use light colours</source>
        <translation>使用浅色</translation>
    </message>
    <message>
        <source>Use dark colours</source>
        <translation>使用深色</translation>
    </message>
    <message>
        <source>Use the colours of the system</source>
        <translation>跟随系统配色</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit Kairos (recording goes on)</source>
        <translation>退出 Kairos（继续记录）</translation>
    </message>
    <message>
        <source>No pack was taken in just now.</source>
        <translation>刚才没有收入任何资料包。</translation>
    </message>
    <message>
        <source>Take in a pack</source>
        <translation>收入资料包</translation>
    </message>
    <message>
        <source>Take back the pack just taken in</source>
        <translation>撤回刚收入的资料包</translation>
    </message>
    <message>
        <source>Packs that were taken in</source>
        <translation>已收入的资料包</translation>
    </message>
    <message>
        <source>Make a pack of rules to hand on</source>
        <translation>制作可转交的规则包</translation>
    </message>
    <message>
        <source>Make a reading list to hand on</source>
        <translation>制作可转交的阅读清单</translation>
    </message>
    <message>
        <source>Make a pack of block templates to hand on</source>
        <translation>制作可转交的时段模板包</translation>
    </message>
    <message>
        <source>Make a learning plan to hand on</source>
        <translation>制作可转交的学习计划</translation>
    </message>
    <message>
        <source>There is no letter with that choice yet.</source>
        <translation>还没有带这个选项的来信。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet, or it is being done.</source>
        <translation>还没有记录，或正在进行。</translation>
    </message>
    <message>
        <source>No training is going on.</source>
        <translation>没有正在进行的训练。</translation>
    </message>
    <message>
        <source>Nothing was learned yet, or a training is going on.</source>
        <translation>还没有学到东西，或正在训练。</translation>
    </message>
    <message>
        <source>There is something to show already.</source>
        <translation>已经有内容显示。</translation>
    </message>
    <message>
        <source>Nothing is being looked for.</source>
        <translation>现在没有在查找。</translation>
    </message>
    <message>
        <source>Accept what the weekly letter suggests</source>
        <translation>接受每周来信的建议</translation>
    </message>
    <message>
        <source>Not now: refuse what the weekly letter suggests</source>
        <translation>暂不接受每周来信的建议</translation>
    </message>
    <message>
        <source>What was counted for the weekly letter</source>
        <translation>每周来信的统计依据</translation>
    </message>
    <message>
        <source>Stop trying wordings of the letter</source>
        <translation>停止尝试来信的措辞</translation>
    </message>
    <message>
        <source>Look for routines and changes now</source>
        <translation>立即查找习惯和变化</translation>
    </message>
    <message>
        <source>Stop looking for routines and changes</source>
        <translation>停止查找习惯和变化</translation>
    </message>
    <message>
        <source>Train the models now</source>
        <translation>立即训练模型</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>停止训练</translation>
    </message>
    <message>
        <source>Go back to the training before</source>
        <translation>回到上一次训练</translation>
    </message>
    <message>
        <source>Forget all that was learned</source>
        <translation>忘记学到的一切</translation>
    </message>
    <message>
        <source>Show Today instead</source>
        <translation>改为显示今天</translation>
    </message>
    <message>
        <source>Add a skill first.</source>
        <translation>请先添加技能。</translation>
    </message>
    <message>
        <source>This week&apos;s learning is not in the plan.</source>
        <translation>本周学习不在计划中。</translation>
    </message>
    <message>
        <source>No card is due.</source>
        <translation>没有到期的卡片。</translation>
    </message>
    <message>
        <source>Start a review first.</source>
        <translation>请先开始复习。</translation>
    </message>
    <message>
        <source>Show the answer first.</source>
        <translation>请先显示答案。</translation>
    </message>
    <message>
        <source>Nothing was reviewed yet.</source>
        <translation>还没有复习过。</translation>
    </message>
    <message>
        <source>All are shown.</source>
        <translation>已全部显示。</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>添加技能</translation>
    </message>
    <message>
        <source>Plan this week&apos;s learning</source>
        <translation>计划本周学习</translation>
    </message>
    <message>
        <source>Take this week&apos;s learning out of the plan</source>
        <translation>把本周学习移出计划</translation>
    </message>
    <message>
        <source>Start a review</source>
        <translation>开始复习</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Rate the card: forgotten</source>
        <translation>评价卡片：忘了</translation>
    </message>
    <message>
        <source>Rate the card: hard</source>
        <translation>评价卡片：困难</translation>
    </message>
    <message>
        <source>Rate the card: good</source>
        <translation>评价卡片：良好</translation>
    </message>
    <message>
        <source>Rate the card: easy</source>
        <translation>评价卡片：容易</translation>
    </message>
    <message>
        <source>Undo the last review</source>
        <translation>撤销上次复习</translation>
    </message>
    <message>
        <source>Make cards of your notes</source>
        <translation>用笔记制作卡片</translation>
    </message>
    <message>
        <source>Add an item to learn</source>
        <translation>添加学习内容</translation>
    </message>
    <message>
        <source>Show more items to learn</source>
        <translation>显示更多学习内容</translation>
    </message>
    <message>
        <source>Undo the last removal of an item to learn</source>
        <translation>撤销上次移除的学习内容</translation>
    </message>
    <message>
        <source>Nothing is proposed just now.</source>
        <translation>现在没有建议。</translation>
    </message>
    <message>
        <source>Choose a block first.</source>
        <translation>请先选中一个时段。</translation>
    </message>
    <message>
        <source>Show earlier days of the plan</source>
        <translation>显示更早的计划</translation>
    </message>
    <message>
        <source>Show today in the plan</source>
        <translation>在计划中显示今天</translation>
    </message>
    <message>
        <source>Show later days of the plan</source>
        <translation>显示更晚的计划</translation>
    </message>
    <message>
        <source>Plan: show one day</source>
        <translation>计划：显示一天</translation>
    </message>
    <message>
        <source>Plan: show a week</source>
        <translation>计划：显示一周</translation>
    </message>
    <message>
        <source>Flexible blocks</source>
        <translation>灵活时段</translation>
    </message>
    <message>
        <source>Suggest my week</source>
        <translation>建议我的一周</translation>
    </message>
    <message>
        <source>Accept all proposed blocks</source>
        <translation>接受所有建议的时段</translation>
    </message>
    <message>
        <source>Close the proposed blocks</source>
        <translation>关闭建议的时段</translation>
    </message>
    <message>
        <source>Open the chosen block</source>
        <translation>打开选中的时段</translation>
    </message>
    <message>
        <source>Remove the chosen block</source>
        <translation>删除选中的时段</translation>
    </message>
    <message>
        <source>Show the plan as a table</source>
        <translation>以表格显示计划</translation>
    </message>
    <message>
        <source>Undo the last change of the plan</source>
        <translation>撤销计划的上次修改</translation>
    </message>
    <message>
        <source>Redo the change of the plan</source>
        <translation>重做计划的修改</translation>
    </message>
    <message>
        <source>There is nothing to report on yet.</source>
        <translation>还没有可报告的内容。</translation>
    </message>
    <message>
        <source>They are shown already, or there are none.</source>
        <translation>已经显示，或者没有。</translation>
    </message>
    <message>
        <source>Open a list of activities first.</source>
        <translation>请先打开活动列表。</translation>
    </message>
    <message>
        <source>Show the days before</source>
        <translation>显示之前的日期</translation>
    </message>
    <message>
        <source>Report on today</source>
        <translation>报告今天</translation>
    </message>
    <message>
        <source>Show the days after</source>
        <translation>显示之后的日期</translation>
    </message>
    <message>
        <source>Compare with the days before</source>
        <translation>与之前的日期比较</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Share my week</source>
        <translation>分享我的一周</translation>
    </message>
    <message>
        <source>Report on one day</source>
        <translation>按日报告</translation>
    </message>
    <message>
        <source>Report on a week</source>
        <translation>按周报告</translation>
    </message>
    <message>
        <source>Report on a month</source>
        <translation>按月报告</translation>
    </message>
    <message>
        <source>Report on a year</source>
        <translation>按年报告</translation>
    </message>
    <message>
        <source>Report on other days</source>
        <translation>报告其他日期</translation>
    </message>
    <message>
        <source>Totals by category</source>
        <translation>按分类汇总</translation>
    </message>
    <message>
        <source>Totals by app</source>
        <translation>按应用汇总</translation>
    </message>
    <message>
        <source>Totals by project</source>
        <translation>按项目汇总</translation>
    </message>
    <message>
        <source>Totals by tag</source>
        <translation>按标签汇总</translation>
    </message>
    <message>
        <source>Show the days as a table</source>
        <translation>以表格显示各天</translation>
    </message>
    <message>
        <source>Show the hours of the week as a table</source>
        <translation>以表格显示一周的小时</translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>List the focus sessions</source>
        <translation>列出专注</translation>
    </message>
    <message>
        <source>Work out the stretches of focus</source>
        <translation>计算专注段</translation>
    </message>
    <message>
        <source>Show the listed activity in the timeline</source>
        <translation>在时间线中显示列出的活动</translation>
    </message>
    <message>
        <source>Undo the last change of a goal</source>
        <translation>撤销目标的上次修改</translation>
    </message>
    <message>
        <source>Close the list of activities</source>
        <translation>关闭活动列表</translation>
    </message>
    <message>
        <source>Report on the days before, where there are some</source>
        <translation>报告之前有记录的日期</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>还没有规则。</translation>
    </message>
    <message>
        <source>Show the rules first.</source>
        <translation>请先显示规则。</translation>
    </message>
    <message>
        <source>Show the rules and choose a category first.</source>
        <translation>请先显示规则并选中分类。</translation>
    </message>
    <message>
        <source>Show the rules and choose a rule first.</source>
        <translation>请先显示规则并选中规则。</translation>
    </message>
    <message>
        <source>No rule is suggested just now.</source>
        <translation>现在没有建议的规则。</translation>
    </message>
    <message>
        <source>Show what has no category and choose something first.</source>
        <translation>请先显示没有分类的并选中一项。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>Rules: show the rules</source>
        <translation>规则：显示规则</translation>
    </message>
    <message>
        <source>Rules: show what has no category</source>
        <translation>规则：显示没有分类的</translation>
    </message>
    <message>
        <source>Import rules or ActivityWatch categories</source>
        <translation>导入规则或 ActivityWatch 分类</translation>
    </message>
    <message>
        <source>Add the starter rules that are not there yet</source>
        <translation>添加尚未有的初始规则</translation>
    </message>
    <message>
        <source>Export a rule pack of Kairos</source>
        <translation>导出 Kairos 规则包</translation>
    </message>
    <message>
        <source>Export categories for ActivityWatch</source>
        <translation>导出 ActivityWatch 分类</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>添加分类</translation>
    </message>
    <message>
        <source>Edit the chosen category</source>
        <translation>编辑选中的分类</translation>
    </message>
    <message>
        <source>Remove the chosen category</source>
        <translation>删除选中的分类</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Edit the chosen rule</source>
        <translation>编辑选中的规则</translation>
    </message>
    <message>
        <source>Remove the chosen rule</source>
        <translation>删除选中的规则</translation>
    </message>
    <message>
        <source>Move the chosen rule up</source>
        <translation>上移选中的规则</translation>
    </message>
    <message>
        <source>Move the chosen rule down</source>
        <translation>下移选中的规则</translation>
    </message>
    <message>
        <source>Accept the suggested rule</source>
        <translation>接受建议的规则</translation>
    </message>
    <message>
        <source>Decline the suggested rule</source>
        <translation>拒绝建议的规则</translation>
    </message>
    <message>
        <source>Count the chosen as the category shown</source>
        <translation>将选中项计入所示分类</translation>
    </message>
    <message>
        <source>Edit the rule for the chosen first</source>
        <translation>先编辑选中项的规则</translation>
    </message>
    <message>
        <source>Undo the last change of the rules</source>
        <translation>撤销规则的上次修改</translation>
    </message>
    <message>
        <source>Kairos is still opening.</source>
        <translation>Kairos 还在打开。</translation>
    </message>
    <message>
        <source>This desktop needs nothing, or it is so already.</source>
        <translation>此桌面不需要，或已是如此。</translation>
    </message>
    <message>
        <source>No old data is dropped.</source>
        <translation>没有删除旧数据。</translation>
    </message>
    <message>
        <source>Choose a backup first.</source>
        <translation>请先选中备份。</translation>
    </message>
    <message>
        <source>Nothing was ever lost.</source>
        <translation>没有丢失过内容。</translation>
    </message>
    <message>
        <source>It does not apply to how the history is kept now.</source>
        <translation>不适用于当前的历史保存方式。</translation>
    </message>
    <message>
        <source>It is in use already.</source>
        <translation>已在使用。</translation>
    </message>
    <message>
        <source>No calendar is followed or chosen.</source>
        <translation>没有关注或选中日历。</translation>
    </message>
    <message>
        <source>A contract is in force already.</source>
        <translation>约定已在生效。</translation>
    </message>
    <message>
        <source>No contract is in force.</source>
        <translation>没有生效的约定。</translation>
    </message>
    <message>
        <source>No other Kairos is started at log-in.</source>
        <translation>登录时没有启动其他 Kairos。</translation>
    </message>
    <message>
        <source>Install what lets Kairos see the desktop</source>
        <translation>安装让 Kairos 看到桌面的组件</translation>
    </message>
    <message>
        <source>Remove what lets Kairos see the desktop</source>
        <translation>移除让 Kairos 看到桌面的组件</translation>
    </message>
    <message>
        <source>Test what would be recorded</source>
        <translation>测试会记录什么</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>清除数据</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Look what old data would go</source>
        <translation>查看哪些旧数据会被删除</translation>
    </message>
    <message>
        <source>Drop no old data any more</source>
        <translation>不再删除旧数据</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Go back to the chosen backup</source>
        <translation>恢复选中的备份</translation>
    </message>
    <message>
        <source>Check every byte of the database now</source>
        <translation>立即逐字节检查数据库</translation>
    </message>
    <message>
        <source>What was saved and lost</source>
        <translation>已保存和丢失的内容</translation>
    </message>
    <message>
        <source>Encrypt the history</source>
        <translation>加密历史</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Open the history by the keyring</source>
        <translation>用密钥环打开历史</translation>
    </message>
    <message>
        <source>Make a new recovery code</source>
        <translation>生成新的恢复码</translation>
    </message>
    <message>
        <source>I have kept the recovery code</source>
        <translation>我已保存恢复码</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Decrypt the history</source>
        <translation>解密历史</translation>
    </message>
    <message>
        <source>Choose a folder with a language model</source>
        <translation>选择语言模型文件夹</translation>
    </message>
    <message>
        <source>Use the language model that came with Kairos</source>
        <translation>使用 Kairos 自带的语言模型</translation>
    </message>
    <message>
        <source>Choose the language model for answers</source>
        <translation>选择用于回答的语言模型</translation>
    </message>
    <message>
        <source>Use no language model for answers</source>
        <translation>不使用语言模型回答</translation>
    </message>
    <message>
        <source>Start recording at log-in, or no longer</source>
        <translation>登录时开始记录，或不再这样做</translation>
    </message>
    <message>
        <source>Start this Kairos at log-in instead</source>
        <translation>登录时改为启动此 Kairos</translation>
    </message>
    <message>
        <source>Follow a calendar file</source>
        <translation>关注日历文件</translation>
    </message>
    <message>
        <source>Follow a folder of calendars</source>
        <translation>关注日历文件夹</translation>
    </message>
    <message>
        <source>Import a calendar once</source>
        <translation>导入一次日历</translation>
    </message>
    <message>
        <source>Read the calendars again</source>
        <translation>重新读取日历</translation>
    </message>
    <message>
        <source>Remove the chosen calendar</source>
        <translation>移除选中的日历</translation>
    </message>
    <message>
        <source>Export the plan as a calendar</source>
        <translation>将计划导出为日历</translation>
    </message>
    <message>
        <source>Make a contract on distractions</source>
        <translation>订立分心约定</translation>
    </message>
    <message>
        <source>Leave the contract on distractions</source>
        <translation>退出分心约定</translation>
    </message>
    <message>
        <source>Open the folder with your data</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Import history from another program</source>
        <translation>从其他程序导入历史</translation>
    </message>
    <message>
        <source>Imports made</source>
        <translation>已做的导入</translation>
    </message>
    <message>
        <source>Corrections made</source>
        <translation>已做的更正</translation>
    </message>
    <message>
        <source>Undo the last removal in Settings</source>
        <translation>撤销设置中的上次移除</translation>
    </message>
    <message>
        <source>Settings: open the list of shortcuts</source>
        <translation>设置：打开快捷键列表</translation>
    </message>
    <message>
        <source>Settings: open the list of all actions</source>
        <translation>设置：打开所有操作列表</translation>
    </message>
    <message>
        <source>Choose a team round that was added up first.</source>
        <translation>先选择一轮已求和的团队汇总。</translation>
    </message>
    <message>
        <source>Choose a team round first.</source>
        <translation>先选择一轮团队汇总。</translation>
    </message>
    <message>
        <source>You take part in nothing.</source>
        <translation>你没有参加。</translation>
    </message>
    <message>
        <source>No average is in use.</source>
        <translation>没有在用平均值。</translation>
    </message>
    <message>
        <source>Turn sharing on, or off</source>
        <translation>打开或关闭分享</translation>
    </message>
    <message>
        <source>Settings: share my week</source>
        <translation>设置：分享我的一周</translation>
    </message>
    <message>
        <source>Show the sums of the chosen team round</source>
        <translation>查看所选团队汇总的总和</translation>
    </message>
    <message>
        <source>Forget the chosen team round</source>
        <translation>忘掉所选的团队汇总</translation>
    </message>
    <message>
        <source>Open a team file</source>
        <translation>打开团队文件</translation>
    </message>
    <message>
        <source>Begin a team round</source>
        <translation>发起团队汇总</translation>
    </message>
    <message>
        <source>Combine team files</source>
        <translation>合并团队文件</translation>
    </message>
    <message>
        <source>Leave learning together</source>
        <translation>退出共同学习</translation>
    </message>
    <message>
        <source>Use no average of others any more</source>
        <translation>不再使用别人的平均值</translation>
    </message>
    <message>
        <source>Choose a time in the timeline first.</source>
        <translation>请先在时间线中选择一段时间。</translation>
    </message>
    <message>
        <source>Choose an activity and a place inside it first.</source>
        <translation>请先选中一个活动和其中的位置。</translation>
    </message>
    <message>
        <source>Choose a time first, with documents in the library.</source>
        <translation>请先选择一段时间，并且文档库中要有文档。</translation>
    </message>
    <message>
        <source>Search in the timeline</source>
        <translation>在时间线中搜索</translation>
    </message>
    <message>
        <source>Show earlier time</source>
        <translation>显示更早的时间</translation>
    </message>
    <message>
        <source>Show today in the timeline</source>
        <translation>在时间线中显示今天</translation>
    </message>
    <message>
        <source>Show later time</source>
        <translation>显示更晚的时间</translation>
    </message>
    <message>
        <source>Timeline: show one day</source>
        <translation>时间线：显示一天</translation>
    </message>
    <message>
        <source>Timeline: show a week</source>
        <translation>时间线：显示一周</translation>
    </message>
    <message>
        <source>Timeline: show a month</source>
        <translation>时间线：显示一月</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Choose the category of the chosen time</source>
        <translation>为选中的时间选择分类</translation>
    </message>
    <message>
        <source>Label the chosen time</source>
        <translation>标注选中的时间</translation>
    </message>
    <message>
        <source>Say which document the chosen time shows</source>
        <translation>说明选中的时间显示哪个文档</translation>
    </message>
    <message>
        <source>Split the chosen time</source>
        <translation>拆分选中的时间</translation>
    </message>
    <message>
        <source>Delete the chosen time</source>
        <translation>删除选中的时间</translation>
    </message>
    <message>
        <source>Take the chosen time as recorded</source>
        <translation>将选中的时间还原为记录</translation>
    </message>
    <message>
        <source>Add time away from the computer</source>
        <translation>添加离开电脑的时间</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>撤销上次更正</translation>
    </message>
    <message>
        <source>Redo the correction</source>
        <translation>重做更正</translation>
    </message>
    <message>
        <source>There is no such question or choice on Today just now.</source>
        <translation>今天页面现在没有这个选项。</translation>
    </message>
    <message>
        <source>Start the session set up above</source>
        <translation>按上面的设置开始专注</translation>
    </message>
    <message>
        <source>Start a session for the block planned now</source>
        <translation>为现在计划的时段开始专注</translation>
    </message>
    <message>
        <source>Take a break from the session that runs</source>
        <translation>从正在进行的专注中休息</translation>
    </message>
    <message>
        <source>Go on with the session</source>
        <translation>继续专注</translation>
    </message>
    <message>
        <source>End the session that runs</source>
        <translation>结束正在进行的专注</translation>
    </message>
    <message>
        <source>Close the report of the session</source>
        <translation>关闭专注报告</translation>
    </message>
    <message>
        <source>Do not rate the session</source>
        <translation>不评价这次专注</translation>
    </message>
    <message>
        <source>Add the next focus block to the plan</source>
        <translation>把下一个专注时段加入计划</translation>
    </message>
    <message>
        <source>Start the next focus block now</source>
        <translation>现在开始下一个专注时段</translation>
    </message>
    <message>
        <source>Not today: refuse the next focus block</source>
        <translation>今天不要下一个专注时段</translation>
    </message>
    <message>
        <source>Take the focus block out of the plan</source>
        <translation>把专注时段移出计划</translation>
    </message>
    <message>
        <source>Why this focus block?</source>
        <translation>为什么建议这个专注时段？</translation>
    </message>
    <message>
        <source>Choose a folder of documents</source>
        <translation>选择文档文件夹</translation>
    </message>
    <message>
        <source>Do not rate how focused you feel</source>
        <translation>不评价现在的专注程度</translation>
    </message>
    <message>
        <source>Save what you did while away</source>
        <translation>保存离开时做的事</translation>
    </message>
    <message>
        <source>Ask me later what I did while away</source>
        <translation>稍后再问我离开时做了什么</translation>
    </message>
    <message>
        <source>Show the day as a table</source>
        <translation>以表格显示这一天</translation>
    </message>
    <message>
        <source>Do what “I see” proposes</source>
        <translation>执行“我看到”里的建议</translation>
    </message>
    <message>
        <source>Begin to record</source>
        <translation>开始记录今天</translation>
    </message>
    <message>
        <source>Load a sample day</source>
        <translation>载入示例的一天</translation>
    </message>
    <message>
        <source>Undo what you said of the advice</source>
        <translation>撤销对建议的回应</translation>
    </message>
    <message>
        <source>Walk through the blocks, or move the chosen place</source>
        <translation>在时段间移动，或移动所选位置</translation>
    </message>
    <message>
        <source>Go to the first or the last block</source>
        <translation>转到第一个或最后一个时段</translation>
    </message>
    <message>
        <source>Show the time before or after</source>
        <translation>显示之前或之后的时间</translation>
    </message>
    <message>
        <source>Move the chosen block</source>
        <translation>移动选中的时段</translation>
    </message>
    <message>
        <source>Make the chosen block shorter or longer</source>
        <translation>缩短或延长选中的时段</translation>
    </message>
    <message>
        <source>Open the chosen block, or accept the chosen proposal</source>
        <translation>打开选中的时段，或接受选中的建议</translation>
    </message>
    <message>
        <source>Remove the chosen block, or refuse the chosen proposal</source>
        <translation>删除选中的时段，或拒绝选中的建议</translation>
    </message>
    <message>
        <source>Zoom the hours</source>
        <translation>缩放小时</translation>
    </message>
    <message>
        <source>Walk through the activities</source>
        <translation>在活动间移动</translation>
    </message>
    <message>
        <source>Go to another lane</source>
        <translation>切换泳道</translation>
    </message>
    <message>
        <source>Show time before or after</source>
        <translation>显示之前或之后的时间</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Split the chosen time at the dashed line</source>
        <translation>在虚线处拆分选中的时间</translation>
    </message>
    <message>
        <source>Say which document it shows</source>
        <translation>说明它显示哪个文档</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Walk through the day ribbon</source>
        <translation>在当天的时间带中移动</translation>
    </message>
    <message>
        <source>Go to the planned or the actual lane</source>
        <translation>切换到计划或实际泳道</translation>
    </message>
    <message>
        <source>Show the day as a table, or open the chosen document</source>
        <translation>以表格显示当天，或打开选中的文档</translation>
    </message>
    <message>
        <source>Walk through a chart</source>
        <translation>在图表中移动</translation>
    </message>
    <message>
        <source>List what is behind the chosen bar or row</source>
        <translation>列出所选条形或行背后的内容</translation>
    </message>
    <message>
        <source>Go from the search to its results</source>
        <translation>从搜索转到结果</translation>
    </message>
    <message>
        <source>Open the chosen document or folder</source>
        <translation>打开选中的文档或文件夹</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Say how well you knew it</source>
        <translation>说明掌握程度</translation>
    </message>
    <message>
        <source>Remove the chosen rule or category</source>
        <translation>删除选中的规则或分类</translation>
    </message>
    <message>
        <source>Move the chosen rule up or down</source>
        <translation>上移或下移选中的规则</translation>
    </message>
    <message>
        <source>Remove the chosen line of a list</source>
        <translation>移除列表中选中的行</translation>
    </message>
</context>
<context>
    <name>ActivitiesPanel</name>
    <message>
        <source>Show in the timeline</source>
        <translation>在时间线中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Activities behind the figure</source>
        <translation>该数字对应的活动</translation>
    </message>
    <message>
        <source>Activities: %1</source>
        <translation>活动：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n activities, %1</source>
        <translation>
            <numerusform>%n 项活动，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of them are shown.</source>
        <translation>只显示其中前 %1 项。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>AdvicePanel</name>
    <message>
        <source>Thank you. That is kept on this computer.</source>
        <translation>谢谢。这只保存在本机。</translation>
    </message>
    <message>
        <source>In your plan: %1</source>
        <translation>已在计划中：%1</translation>
    </message>
    <message>
        <source>Not today: %1</source>
        <translation>今天不要：%1</translation>
    </message>
    <message>
        <source>Not that day: %1</source>
        <translation>那天不要：%1</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>暂不：%1</translation>
    </message>
    <message>
        <source>Noted as wrong: %1</source>
        <translation>已记为不对：%1</translation>
    </message>
    <message>
        <source>Less like this: %1</source>
        <translation>少推荐这类：%1</translation>
    </message>
</context>
<context>
    <name>AdviceWords</name>
    <message>
        <source>Now, until %1</source>
        <translation>现在，直到 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>about %n of %1 minutes</source>
        <translation>
            <numerusform>%1 分钟中约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Focus very likely (%1)</source>
        <translation>很可能专注（%1）</translation>
    </message>
    <message>
        <source>Focus likely (%1)</source>
        <translation>较可能专注（%1）</translation>
    </message>
    <message>
        <source>Focus about as likely as not (%1)</source>
        <translation>专注与否各半（%1）</translation>
    </message>
    <message>
        <source>Focus possible (%1)</source>
        <translation>有可能专注（%1）</translation>
    </message>
    <message>
        <source>Focus unlikely (%1)</source>
        <translation>不大可能专注（%1）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Nothing is recorded yet, so there is nothing to go by.</source>
        <translation>还没有任何记录，因此无从判断。</translation>
    </message>
    <message>
        <source>Too little is recorded yet. After five days with enough activity there may be a pattern.</source>
        <translation>记录还太少。有五天足够的活动之后，才可能看出规律。</translation>
    </message>
    <message>
        <source>Not enough of a pattern yet: your days so far tell no good time from another.</source>
        <translation>规律还不明显：从目前的日子里看不出哪个时间更好。</translation>
    </message>
    <message>
        <source>No free time is left in which a focus block fits.</source>
        <translation>没有剩下能放进一个专注时段的空闲时间。</translation>
    </message>
    <message>
        <source>No documents are indexed yet. Name a folder on the Documents page, and they are suggested here.</source>
        <translation>还没有索引任何文档。在“文档”页指定一个文件夹，这里就会推荐其中的文档。</translation>
    </message>
    <message>
        <source>By simple rules: no learned model that beat them on your history is in use.</source>
        <translation>按简单规则得出：目前没有使用在你的记录上胜过它们的学习模型。</translation>
    </message>
    <message>
        <source>The stored model is damaged and was not used; the one before it or simple rules stand in.</source>
        <translation>保存的模型已损坏，未被使用；改用前一个模型或简单规则。</translation>
    </message>
    <message>
        <source>The graphics card had too little memory; the processor did the work.</source>
        <translation>显卡内存不足，改由处理器完成。</translation>
    </message>
    <message>
        <source>The process that knows the models did not answer; simple rules stand in.</source>
        <translation>掌管模型的进程没有回应，改用简单规则。</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Something else…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>What it was, such as a call with Bo</source>
        <translation>是什么，例如与小博通话</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Name of the time away</source>
        <translation>离开时间的名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>AssistantPage</name>
    <message>
        <source>Ask about your time</source>
        <translation>询问你的时间</translation>
    </message>
    <message>
        <source>A question, in English or Chinese</source>
        <translation>用中文或英文提问</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>New dialogue</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Answers come from what was recorded here, with the period and filter they rest on. What is not understood is not answered, and what can mean several things is asked back. Nothing leaves this computer.</source>
        <translation>答案来自这里的记录，并说明所依据的时间段和筛选条件。不理解的问题不作回答，有多种含义的会反问。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Show in Reports</source>
        <translation>在报告中查看</translation>
    </message>
    <message>
        <source>Show in Timeline</source>
        <translation>在时间线中查看</translation>
    </message>
    <message>
        <source>Show Documents</source>
        <translation>查看文档</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>查看计划</translation>
    </message>
    <message>
        <source>Which apps did I use most this week?</source>
        <translation>本周我用得最多的应用是什么？</translation>
    </message>
    <message>
        <source>How much deep work did I do last week?</source>
        <translation>我上周做了多少深度工作？</translation>
    </message>
    <message>
        <source>On which day was I most active this month?</source>
        <translation>本月哪一天最忙？</translation>
    </message>
    <message>
        <source>When should I do deep work tomorrow?</source>
        <translation>明天什么时候适合做深度工作？</translation>
    </message>
</context>
<context>
    <name>AwayCard</name>
    <message>
        <source>You were away</source>
        <translation>你离开过</translation>
    </message>
    <message>
        <source>%1: what was it?</source>
        <translation>%1：这段时间在做什么？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>稍后再问</translation>
    </message>
    <message>
        <source>Times away without a name</source>
        <translation>尚未命名的离开时间</translation>
    </message>
    <message numerus="yes">
        <source>%n times you were away today; shall they count as something?</source>
        <translation>
            <numerusform>今天离开了 %n 次；要把它们计入什么吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Go through them</source>
        <translation>逐一查看</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今天不用</translation>
    </message>
</context>
<context>
    <name>AwayTime</name>
    <message>
        <source>Time away</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>What did you do while you were away? Only what you tick is saved, and you can undo it.</source>
        <translation>离开时你在做什么？只保存勾选的部分，并且可以撤销。</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>some %1</source>
        <translation>若干%1</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>stretches of recorded time</source>
        <translation>段记录的时间</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>项更正</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>条规则</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>个类别</translation>
    </message>
    <message>
        <source>planned blocks</source>
        <translation>个计划时段</translation>
    </message>
    <message>
        <source>goals</source>
        <translation>个目标</translation>
    </message>
    <message>
        <source>focus sessions</source>
        <translation>次专注</translation>
    </message>
    <message>
        <source>skills</source>
        <translation>项技能</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>张卡片</translation>
    </message>
    <message>
        <source>documents of the index</source>
        <translation>份已索引的文档</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>封信</translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation>组问答</translation>
    </message>
    <message>
        <source>names of activities</source>
        <translation>个活动的名称</translation>
    </message>
    <message>
        <source>other rows</source>
        <translation>条其他记录</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>at a large change</source>
        <translation>大改动时</translation>
    </message>
    <message>
        <source>before going back</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>手动</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretches of recorded time</source>
        <translation>
            <numerusform>%Ln 段记录的时间</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln 项更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned blocks</source>
        <translation>
            <numerusform>%Ln 个计划时段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln goals</source>
        <translation>
            <numerusform>%Ln 个目标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln focus sessions</source>
        <translation>
            <numerusform>%Ln 次专注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skills</source>
        <translation>
            <numerusform>%Ln 项技能</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards</source>
        <translation>
            <numerusform>%Ln 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents of the index</source>
        <translation>
            <numerusform>%Ln 份已索引的文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters</source>
        <translation>
            <numerusform>%Ln 封信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions and answers</source>
        <translation>
            <numerusform>%Ln 组问答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of activities (app, title, site or document)</source>
        <translation>
            <numerusform>%Ln 个活动的名称（应用、标题、网站或文档）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other rows</source>
        <translation>
            <numerusform>%Ln 条其他记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>恢复到这一份…</translation>
    </message>
    <message>
        <source>Check every byte now</source>
        <translation>立即完整检查</translation>
    </message>
    <message>
        <source>What was saved and lost…</source>
        <translation>修复与丢失情况…</translation>
    </message>
    <message>
        <source>Made by itself when something changed, every half hour at most, and thinned to 12 days, 10 weeks and 9 months. Going back can itself be undone.</source>
        <translation>有变化时自动备份，最多每半小时一次，逐步精简为 12 天、10 周和 9 个月各一份。恢复本身也可以撤销。</translation>
    </message>
    <message>
        <source>Copying and verifying…</source>
        <translation>正在复制并验证…</translation>
    </message>
    <message>
        <source>Reading every byte…</source>
        <translation>正在逐字节读取…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>保存方式</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made by itself once something was recorded.</source>
        <translation>还没有备份。有记录之后会自动备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n verified backup(s), %1 altogether.</source>
        <translation>
            <numerusform>%n 份已验证的备份，共 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The database was not checked in full yet; that is done by itself once a day.</source>
        <translation>数据库还没有完整检查过；每天会自动检查一次。</translation>
    </message>
    <message>
        <source>Checked in full on %1: whole.</source>
        <translation>已于 %1 完整检查：完好。</translation>
    </message>
    <message>
        <source>⚠ Checked in full on %1: damaged. Close Kairos and run: kairos check --repair</source>
        <translation>⚠ 已于 %1 完整检查：有损坏。请关闭 Kairos 并运行：kairos check --repair</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>Next focus block</source>
        <translation>下一个专注时段</translation>
    </message>
    <message>
        <source>Add to plan</source>
        <translation>加入计划</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今天不要</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>现在开始</translation>
    </message>
    <message>
        <source>Take out of the plan</source>
        <translation>从计划中移除</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Looking for the best time…</source>
        <translation>正在寻找最好的时间…</translation>
    </message>
    <message>
        <source>Not that day</source>
        <translation>那天不要</translation>
    </message>
    <message>
        <source>Looking for another time…</source>
        <translation>正在寻找另一个时间…</translation>
    </message>
    <message>
        <source>In your plan: %1</source>
        <translation>已在计划中：%1</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>Whole days</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Protected: nothing else may be planned over it</source>
        <translation>受保护：不可在此时段再安排其他内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>做什么？</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
</context>
<context>
    <name>BlockWords</name>
    <message>
        <source>Focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Shallow work</source>
        <translation>浅层工作</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人</translation>
    </message>
</context>
<context>
    <name>BudgetLines</name>
    <message>
        <source>Spent of the month&apos;s budget</source>
        <translation>本月预算已用</translation>
    </message>
</context>
<context>
    <name>CalendarSection</name>
    <message>
        <source>No longer followed: %1</source>
        <translation>不再关注：%1</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Words that say what an event is for</source>
        <translation>表明日程用途的词</translation>
    </message>
    <message>
        <source>A word and a kind, such as lunch = break</source>
        <translation>词和类型，例如 lunch = break</translation>
    </message>
    <message>
        <source>Mark every event as private</source>
        <translation>把每个日程标为私密</translation>
    </message>
    <message>
        <source>Calendars that are followed</source>
        <translation>持续读取的日历</translation>
    </message>
    <message>
        <source>No calendar is followed yet.</source>
        <translation>还没有持续读取的日历。</translation>
    </message>
    <message>
        <source>Follow a file…</source>
        <translation>持续读取文件…</translation>
    </message>
    <message>
        <source>Follow a folder…</source>
        <translation>持续读取文件夹…</translation>
    </message>
    <message>
        <source>Import once…</source>
        <translation>仅导入一次…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Export the plan…</source>
        <translation>导出计划…</translation>
    </message>
    <message>
        <source>Kairos reads calendars of other programs from files (.ics) on this computer, and changes none.</source>
        <translation>Kairos 从本机的 .ics 文件读取其他程序的日历，不会改动它们。</translation>
    </message>
    <message>
        <source>What is followed is read again whenever it changes, and is changed there only. What is imported once becomes your own.</source>
        <translation>持续读取的日历一有变化就会重新读取，只能在原程序里修改；仅导入一次的日程则成为你自己的。</translation>
    </message>
    <message>
        <source>Your own blocks, from a month ago to a year ahead, for other programs to read.</source>
        <translation>你自己的时段，从一个月前到一年后，供其他程序读取。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stop following “%1”?</source>
        <translation>不再持续读取“%1”？</translation>
    </message>
    <message>
        <source>Its events leave the plan. The file stays as it is.</source>
        <translation>它的日程会从计划中移除，文件保持不变。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>已把 %n 个日程写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a calendar to follow</source>
        <translation>选择要持续读取的日历</translation>
    </message>
    <message>
        <source>Choose a calendar to import</source>
        <translation>选择要导入的日历</translation>
    </message>
    <message>
        <source>Choose a folder of calendars to follow</source>
        <translation>选择要持续读取的日历文件夹</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个日程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更改 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>移除 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as before</source>
        <translation>
            <numerusform>未变 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message numerus="yes">
        <source>%n more left out</source>
        <translation>
            <numerusform>另有 %n 项未采用</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1: %2</source>
        <translation>未采用：%1：%2</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取于 %1</translation>
    </message>
</context>
<context>
    <name>CategoryBox</name>
    <message>
        <source>As the rules say</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类别</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>Counted against the same weekdays. It is told what is another since when, not why.</source>
        <translation>与相同的星期几相比。只说明从何时起有所不同，不说明原因。</translation>
    </message>
    <message>
        <source>Too little history to tell: it takes 30 days with an hour of activity.</source>
        <translation>记录太少，无法判断：需要 30 个至少有一小时活动的日子。</translation>
    </message>
    <message>
        <source>It began between %1 and %2.</source>
        <translation>开始于 %1 至 %2 之间。</translation>
    </message>
    <message>
        <source>Means of the weeks, before and since</source>
        <translation>之前和之后各周的平均值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>之前的日子</translation>
    </message>
    <message>
        <source>Days since</source>
        <translation>之后的日子</translation>
    </message>
    <message>
        <source>No change stands out from chance.</source>
        <translation>没有哪种变化超出偶然。</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show the chart</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>标注…</translation>
    </message>
    <message>
        <source>Category, project, tag, title (Enter)</source>
        <translation>类别、项目、标签、标题（回车）</translation>
    </message>
    <message>
        <source>Document…</source>
        <translation>文档…</translation>
    </message>
    <message>
        <source>Say which of your documents it shows (D)</source>
        <translation>指出显示的是你的哪份文档（D）</translation>
    </message>
    <message>
        <source>Split here…</source>
        <translation>在此拆分…</translation>
    </message>
    <message>
        <source>Make the part from the dashed line on something else (S)</source>
        <translation>把虚线之后的部分改为其他内容（S）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the time out of every total (Delete)</source>
        <translation>从所有合计中去掉这段时间（Delete）</translation>
    </message>
    <message>
        <source>Add time…</source>
        <translation>添加时间…</translation>
    </message>
    <message>
        <source>Add time away from the computer</source>
        <translation>添加不在电脑前的时间</translation>
    </message>
    <message>
        <source>Drag over the lanes or walk with the arrow keys to choose a time; Ctrl and the wheel zoom.</source>
        <translation>在各行上拖动或用方向键选择时间；按住 Ctrl 滚动可缩放。</translation>
    </message>
    <message>
        <source>Nothing is recorded here.</source>
        <translation>这段时间没有记录。</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>恢复为记录</translation>
    </message>
    <message>
        <source>Shows document…</source>
        <translation>显示的文档…</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>What you want recorded</source>
        <translation>你希望记录什么</translation>
    </message>
    <message>
        <source>Record window titles</source>
        <translation>记录窗口标题</translation>
    </message>
    <message>
        <source>Without titles only the app is recorded, never what is open in it.</source>
        <translation>关闭后只记录应用，不记录其中打开的内容。</translation>
    </message>
    <message>
        <source>Apps never recorded by name</source>
        <translation>从不按名称记录的应用</translation>
    </message>
    <message>
        <source>Name of an app, such as keepassxc</source>
        <translation>应用名称，例如 keepassxc</translation>
    </message>
    <message>
        <source>You can change this at any time in Settings, where titles can be excluded too.</source>
        <translation>随时可以在“设置”中更改，也可以在那里排除标题。</translation>
    </message>
    <message>
        <source>Promises nothing: who knows much of your week may recognise it and learn the rest.</source>
        <translation>不作任何保证：很了解你这一周的人可能认出它，并知道其余的。</translation>
    </message>
    <message>
        <source>Costs epsilon %1 of a month&apos;s budget. The overall pattern of the week stays visible.</source>
        <translation>花费当月预算的 ε %1。一周的总体规律仍看得出来。</translation>
    </message>
    <message>
        <source>Hours of each kind of activity by part of the day, to the quarter-hour; what is under an hour is withheld.</source>
        <translation>每类活动在一天各时段的小时数，精确到一刻钟；不到一小时的不写。</translation>
    </message>
    <message>
        <source>Nothing is drawn at random, and nothing is spent of the budget.</source>
        <translation>没有随机，也不花预算。</translation>
    </message>
    <message>
        <source>Hours of the whole week with random noise, and beside each the interval that holds the true one 19 times in 20.</source>
        <translation>整周的小时数，加上随机噪声；旁边是区间，20 次里有 19 次包含真实值。</translation>
    </message>
    <message>
        <source>Promises that nobody can tell from it what you did in any one quarter of an hour, whatever else they know (differential privacy).</source>
        <translation>保证：不论别人还知道什么，都无法从中看出你在任何一刻钟里做了什么（差分隐私）。</translation>
    </message>
    <message>
        <source>Making this file costs nothing of the budget.</source>
        <translation>制作这个文件不花预算。</translation>
    </message>
    <message>
        <source>This week&apos;s file is there already: looking at it and saving it again costs nothing.</source>
        <translation>这一周的文件已经有了：再看、再保存都不花预算。</translation>
    </message>
    <message>
        <source>Making it would cost epsilon %1, and there is not so much left for this week&apos;s month.</source>
        <translation>制作它要花 ε %1，而这一周所在的月份已不够了。</translation>
    </message>
    <message>
        <source>Making it costs epsilon %1, saved or not: the noise is drawn once, so that nobody can draw until they like it.</source>
        <translation>制作它花费 ε %1，保存与否都一样：噪声只抽一次，不能一直抽到满意为止。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>No action is called that.</source>
        <translation>没有这样的操作。</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>Make a contract with yourself</source>
        <translation>与自己立约</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>有效多久</translation>
    </message>
    <message>
        <source>Yes, windows that distract me may be closed until then</source>
        <translation>是的，在此之前可以关闭让我分心的窗口</translation>
    </message>
    <message>
        <source>Make the contract</source>
        <translation>立约</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>During a focus session, a window of a distracting category that stays in front longer than you allow is asked to close, as if you had pressed its close button. Programs may still ask about unsaved work; nothing is ever ended by force.</source>
        <translation>专注期间，属于分心类别的窗口如果在最前面停留得比你允许的更久，就会被请求关闭，如同你按下了它的关闭按钮。程序仍可询问未保存的内容；绝不会强行结束任何程序。</translation>
    </message>
    <message>
        <source>Only in sessions whose level is “Close it, by contract”, and only as long as you say here.</source>
        <translation>只在级别为“按约定关闭”的专注中有效，并且只持续你在这里选定的时间。</translation>
    </message>
    <message>
        <source>You can leave the contract at any time: here, and on everything that it shows.</source>
        <translation>你随时可以解除约定：在这里，或在它显示的每个窗口上。</translation>
    </message>
</context>
<context>
    <name>CornerNudge</name>
    <message>
        <source>A nudge</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>回到工作</translation>
    </message>
    <message>
        <source>5 more minutes</source>
        <translation>再给 5 分钟</translation>
    </message>
    <message>
        <source>This is work</source>
        <translation>这就是工作</translation>
    </message>
    <message>
        <source>Leave the contract</source>
        <translation>解除约定</translation>
    </message>
</context>
<context>
    <name>CorrectionWords</name>
    <message>
        <source>Time added</source>
        <translation>已添加时间</translation>
    </message>
    <message>
        <source>Time deleted</source>
        <translation>已删除时间</translation>
    </message>
    <message>
        <source>Title changed</source>
        <translation>已更改标题</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>已更改标签</translation>
    </message>
    <message>
        <source>Back to the record</source>
        <translation>已恢复为记录</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>a category that is gone</source>
        <translation>已不存在的类别</translation>
    </message>
</context>
<context>
    <name>CorrectionsMade</name>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>What was recorded always stays; corrections lie over it and can be taken back without limit.</source>
        <translation>原始记录始终保留；更正覆盖其上，可以不限次数地撤销。</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤销最后一次</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Time as recorded</source>
        <translation>恢复为记录的样子</translation>
    </message>
    <message>
        <source>Takes every correction off the time of the line chosen.</source>
        <translation>撤下所选一行那段时间上的全部更正。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间点</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>As</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
</context>
<context>
    <name>CountedWords</name>
    <message>
        <source>The last %1 of the %2 stretches of work it was so in.</source>
        <translation>共有 %2 段工作时间如此，这里是最近的 %1 段。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The days with the most of it. A title counts by how many of its words are the topic&apos;s.</source>
        <translation>这一主题最多的日子。标题按其中有多少词属于该主题来计算。</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2：%3</translation>
    </message>
    <message>
        <source>Deep work by the hour of the day.</source>
        <translation>按一天中的小时统计的深度工作。</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1，%2（%3）</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Kairos</source>
        <translation>Kairos 出了问题</translation>
    </message>
    <message>
        <source>This is a mistake in Kairos, not yours. The window goes on, and recording is not affected. Below is everything the report holds; nothing is sent unless you pass it on yourself.</source>
        <translation>这是 Kairos 的错误，与你无关。窗口会继续运行，记录不受影响。报告的全部内容如下；除非你自己转交，否则不会发送任何内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>Everything Kairos keeps is in this folder. Nothing of it leaves this computer.</source>
        <translation>Kairos 保存的一切都在这个文件夹中，不会离开本机。</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>导入历史记录…</translation>
    </message>
    <message>
        <source>History that ActivityWatch, RescueTime, Toggl and others recorded can be taken in.</source>
        <translation>可以导入 ActivityWatch、RescueTime、Toggl 等软件记录的历史。</translation>
    </message>
    <message>
        <source>Imports made…</source>
        <translation>已做的导入…</translation>
    </message>
    <message>
        <source>Corrections made…</source>
        <translation>已做的更正…</translation>
    </message>
    <message>
        <source>Everything you put right on Today and the Timeline, to look at and take back.</source>
        <translation>你在“今天”和“时间线”中更正的一切，可查看，可撤销。</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Active</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No window</source>
        <translation>无窗口</translation>
    </message>
    <message>
        <source>Private or excluded</source>
        <translation>隐私或已排除</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Screen saver</source>
        <translation>屏幕保护</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Another user</source>
        <translation>其他用户</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message numerus="yes">
        <source>%n other apps</source>
        <translation>
            <numerusform>另外 %n 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Active share of the recorded time</source>
        <translation>使用时间占记录时间的比例</translation>
    </message>
    <message>
        <source>of %1 recorded</source>
        <translation>共记录 %1</translation>
    </message>
    <message>
        <source>Active time</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>Longest stretch without a switch</source>
        <translation>最长不切换时段</translation>
    </message>
    <message>
        <source>Switches per hour</source>
        <translation>每小时切换次数</translation>
    </message>
</context>
<context>
    <name>DaysCard</name>
    <message>
        <source>Hours of the day</source>
        <translation>一天各小时</translation>
    </message>
    <message>
        <source>Active time</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>The bars as a table</source>
        <translation>柱形图的表格形式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>DecryptDialog</name>
    <message>
        <source>Decrypt</source>
        <translation>解密</translation>
    </message>
    <message>
        <source>The database, its backups and the learned models are written anew without encryption. Whoever can read your files can read them then. Kairos opens anew afterwards.</source>
        <translation>数据库、备份和学到的模型会以不加密的方式重新写入。之后，能读取你的文件的人就能读取它们。完成后 Kairos 会重新打开。</translation>
    </message>
    <message>
        <source>I want my data to lie unencrypted.</source>
        <translation>我要让数据不加密存放。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>It was started several times and ended each time. Its log, recorder.log, says why: %1</source>
        <translation>记录程序多次启动，但每次都立即结束。原因见日志 recorder.log：%1</translation>
    </message>
    <message>
        <source>The recorder does not start</source>
        <translation>记录程序无法启动</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Numbers, versions and words of Kairos itself: no titles, no paths, no names. Read them, then pass them on where you want to; Kairos sends nothing.</source>
        <translation>只有数字、版本和 Kairos 自己的用语：没有标题、路径和名称。请先看一遍，再自行转给别人；Kairos 不会发送任何东西。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>DigestCard</name>
    <message>
        <source>Worth reading now</source>
        <translation>现在值得一读</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>At most five documents you have not read yet, by what you read lately and the time there is.</source>
        <translation>至多五份你还没读过的文档，依据你最近读的内容和现有的时间挑选。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message numerus="yes">
        <source>%n are left out because you wanted less of them or their like.</source>
        <translation>
            <numerusform>因为你想少看这些或类似的内容，有 %n 项未列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Less like %1 from now on. %2</source>
        <translation>今后会少推荐与 %1 类似的内容。%2</translation>
    </message>
    <message>
        <source>Nothing else is worth reading now.</source>
        <translation>现在没有其他值得阅读的内容。</translation>
    </message>
    <message>
        <source>Nothing unread is close to what you read lately, or new.</source>
        <translation>没有与你最近所读相近的或新的未读文档。</translation>
    </message>
    <message>
        <source>Nothing is planned for the next hours.</source>
        <translation>接下来几小时没有计划。</translation>
    </message>
    <message>
        <source>%1 until the next planned time.</source>
        <translation>距下一个计划时间还有 %1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>少推荐此类</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>来自 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes to read</source>
        <translation>
            <numerusform>约 %n 分钟读完</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than the time there is</source>
        <translation>超出现有时间</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自%1</translation>
    </message>
    <message>
        <source>like %1, which you read lately</source>
        <translation>与你最近读过的 %1 相近</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>These are sample data: what you say of them is not kept.</source>
        <translation>这些是示例数据：你的意见不会保存。</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Is Kairos seeing everything?</source>
        <translation>Kairos 都看到了吗？</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Diagnostics to pass on…</source>
        <translation>可转发的诊断信息…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>%n of them need(s) a look; what helps stands beside it.</source>
        <translation>
            <numerusform>有 %n 项需要看看，旁边写着该怎么做。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that is set up reports.</source>
        <translation>已设置的各项都有报告。</translation>
    </message>
</context>
<context>
    <name>DoctorWords</name>
    <message>
        <source>It runs and writes down what is in front.</source>
        <translation>它正在运行，并记录前台的活动。</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>它正在启动。</translation>
    </message>
    <message>
        <source>It is paused and writes nothing down.</source>
        <translation>它已暂停，什么也不记录。</translation>
    </message>
    <message>
        <source>It does not run, so nothing is written down. Start it.</source>
        <translation>它没有运行，因此什么也不记录。请启动它。</translation>
    </message>
    <message>
        <source>These days are made up, and nothing of yours is written down here.</source>
        <translation>这些日子是虚构的，这里不会记录你的任何内容。</translation>
    </message>
    <message>
        <source>It runs and cannot save what it sees. Free some space on the disk, or make the data folder writable.</source>
        <translation>它在运行，但无法保存看到的内容。请腾出磁盘空间，或让数据文件夹可写。</translation>
    </message>
    <message>
        <source>It runs and cannot see the desktop. It tries again every few seconds.</source>
        <translation>它在运行，但看不到桌面。每隔几秒会再试一次。</translation>
    </message>
    <message>
        <source>The history cannot be read now, so this cannot be told.</source>
        <translation>现在无法读取历史，因此无从得知。</translation>
    </message>
    <message>
        <source>This desktop tells which window is in front.</source>
        <translation>本桌面会告知前台是哪个窗口。</translation>
    </message>
    <message>
        <source>KWin runs a small script of Kairos while it records; nothing is installed, and it goes with the recorder.</source>
        <translation>记录期间 KWin 会运行 Kairos 的一小段脚本；不安装任何东西，记录程序结束后它也随之消失。</translation>
    </message>
    <message>
        <source>The GNOME extension of Kairos tells which window is in front. It can be removed in the settings.</source>
        <translation>Kairos 的 GNOME 扩展告知前台是哪个窗口。可以在设置中移除。</translation>
    </message>
    <message>
        <source>GNOME shows its windows only to its own extensions. Install that of Kairos.</source>
        <translation>GNOME 只向自己的扩展显示窗口。请安装 Kairos 的扩展。</translation>
    </message>
    <message>
        <source>This desktop does not tell other programs which window is in front. X11, Plasma, GNOME and sway do.</source>
        <translation>本桌面不向其他程序告知前台窗口。X11、Plasma、GNOME 和 sway 会告知。</translation>
    </message>
    <message>
        <source>This desktop tells when nobody is at the keyboard.</source>
        <translation>本桌面会告知键盘前何时无人。</translation>
    </message>
    <message>
        <source>This desktop does not tell when nobody is there, so time away counts as active. Lock the screen when you go.</source>
        <translation>本桌面不告知何时无人，因此离开的时间会算作活动。离开时请锁定屏幕。</translation>
    </message>
    <message>
        <source>Locking the screen and suspending end what is recorded.</source>
        <translation>锁定屏幕和挂起会结束记录。</translation>
    </message>
    <message>
        <source>Only one of locking and suspending can be noticed here. Pause by hand where the other one matters.</source>
        <translation>这里只能察觉锁定和挂起中的一种。需要另一种时请手动暂停。</translation>
    </message>
    <message>
        <source>Locking and suspending cannot be noticed here. Pause by hand when you go.</source>
        <translation>这里无法察觉锁定和挂起。离开时请手动暂停。</translation>
    </message>
    <message>
        <source>Titles are not recorded, as you chose. Only apps are.</source>
        <translation>按你的选择，不记录标题，只记录应用。</translation>
    </message>
    <message>
        <source>This desktop tells no titles, so pages in a browser cannot be told apart.</source>
        <translation>本桌面不告知标题，因此无法区分浏览器中的页面。</translation>
    </message>
    <message>
        <source>Titles tell which pages you read.</source>
        <translation>标题告知你读了哪些页面。</translation>
    </message>
    <message>
        <source>A browser was in front without a title: it was private, excluded, or tells none.</source>
        <translation>前台有过浏览器但没有标题：它处于隐私模式、被排除，或不提供标题。</translation>
    </message>
    <message>
        <source>No browser was in front in the last seven days.</source>
        <translation>最近七天前台没有浏览器。</translation>
    </message>
    <message>
        <source>Titles and programs tell what goes on in a terminal.</source>
        <translation>标题和程序告知终端里在做什么。</translation>
    </message>
    <message>
        <source>A terminal was in front without a title. Have your shell set one, with the folder it is in.</source>
        <translation>前台有过终端但没有标题。请让你的 shell 设置标题，并带上所在文件夹。</translation>
    </message>
    <message>
        <source>No terminal was in front in the last seven days.</source>
        <translation>最近七天前台没有终端。</translation>
    </message>
    <message>
        <source>Documents in your folders are recognised when they are in front.</source>
        <translation>你的文件夹中的文档在前台时会被认出。</translation>
    </message>
    <message>
        <source>None of the documents in your folders was in front in the last seven days.</source>
        <translation>最近七天前台没有你的文件夹中的文档。</translation>
    </message>
    <message>
        <source>No folder is named, so no document can be found or recognised. Add one.</source>
        <translation>还没有指定文件夹，因此找不到也认不出文档。请添加一个。</translation>
    </message>
    <message>
        <source>Your calendars are read whenever they change.</source>
        <translation>你的日历一有变化就会被读取。</translation>
    </message>
    <message>
        <source>A calendar could not be read. The settings say which and why.</source>
        <translation>有一个日历无法读取。设置中说明是哪个以及原因。</translation>
    </message>
    <message>
        <source>No calendar is named, so meetings are known by what is in front alone. Add one.</source>
        <translation>还没有指定日历，因此只能从前台活动得知会议。请添加一个。</translation>
    </message>
    <message>
        <source>This desktop shows what Kairos says by itself.</source>
        <translation>本桌面会显示 Kairos 主动发出的通知。</translation>
    </message>
    <message>
        <source>This desktop has no notification service, so notifications come from the tray.</source>
        <translation>本桌面没有通知服务，因此通知来自托盘。</translation>
    </message>
    <message>
        <source>Nothing here shows notifications. Install a notification service, such as dunst.</source>
        <translation>这里没有什么能显示通知。请安装通知服务，例如 dunst。</translation>
    </message>
    <message>
        <source>Kairos says nothing by itself, as you chose.</source>
        <translation>按你的选择，Kairos 不主动发出通知。</translation>
    </message>
    <message>
        <source>Only the window can tell: open it, and ask there.</source>
        <translation>只有窗口能得知：请打开窗口再查看。</translation>
    </message>
    <message>
        <source>The icon in the tray shows what the recorder does.</source>
        <translation>托盘图标显示记录程序的状态。</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons. Kairos does without: closing the window minimises it.</source>
        <translation>本桌面不显示托盘图标。Kairos 不需要它：关闭窗口会将其最小化。</translation>
    </message>
    <message>
        <source>The history is encrypted, and the keyring opens it when you log in.</source>
        <translation>历史已加密，登录时由密钥环打开。</translation>
    </message>
    <message>
        <source>The history is encrypted, but its keyring does not answer now. Unlock it, or use your passphrase.</source>
        <translation>历史已加密，但密钥环现在没有响应。请解锁它，或使用你的密码短语。</translation>
    </message>
    <message>
        <source>The history is encrypted and opens with your passphrase.</source>
        <translation>历史已加密，用你的密码短语打开。</translation>
    </message>
    <message>
        <source>The history is not encrypted: no keyring was found when it was made. Encrypt it in the settings.</source>
        <translation>历史未加密：创建时没有找到密钥环。可以在设置中加密。</translation>
    </message>
    <message>
        <source>There is room, and the data folder can be written.</source>
        <translation>空间充足，数据文件夹可写。</translation>
    </message>
    <message>
        <source>Less than 1 GB is left on the disk that holds the data. Free some space.</source>
        <translation>数据所在磁盘剩余不足 1 GB。请腾出空间。</translation>
    </message>
    <message>
        <source>Less than 200 MB is left on the disk that holds the data; recording may stop. Free some space.</source>
        <translation>数据所在磁盘剩余不足 200 MB，记录可能停止。请腾出空间。</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Give yourself permission to write to it.</source>
        <translation>数据文件夹不可写。请给自己写入权限。</translation>
    </message>
    <message>
        <source>Models learned from your own history say when to focus and what to read.</source>
        <translation>从你自己的历史中学到的模型说明何时专注、该读什么。</translation>
    </message>
    <message>
        <source>Simple rules are used. Models are learned once there are some weeks of history.</source>
        <translation>目前使用简单规则。有了几周的历史后会学习模型。</translation>
    </message>
    <message>
        <source>Something that happens by itself failed the last time. It is tried again; Insights says more.</source>
        <translation>某项自动任务上次失败了，会再次尝试；“洞察”中有更多说明。</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录程序</translation>
    </message>
    <message>
        <source>Active window</source>
        <translation>前台窗口</translation>
    </message>
    <message>
        <source>Time away</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Lock and suspend</source>
        <translation>锁定与挂起</translation>
    </message>
    <message>
        <source>Browser titles</source>
        <translation>浏览器标题</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Learned models</source>
        <translation>学到的模型</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Install the extension…</source>
        <translation>安装扩展…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Calendars…</source>
        <translation>日历…</translation>
    </message>
    <message>
        <source>Encryption…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show Insights</source>
        <translation>查看洞察</translation>
    </message>
</context>
<context>
    <name>DocumentReasons</name>
    <message>
        <source>waits for mains power: %1 are due</source>
        <translation>等待接通电源：还有 %1 项</translation>
    </message>
    <message>
        <source>waits until the computer is less busy: %1 are due</source>
        <translation>等待电脑空闲：还有 %1 项</translation>
    </message>
    <message>
        <source>out of reach and kept as they were: %1</source>
        <translation>%1 份文档暂时无法访问，已保留原有内容</translation>
    </message>
    <message>
        <source>folders cannot be watched, so Kairos looks every 15 minutes</source>
        <translation>无法监视文件夹，Kairos 改为每 15 分钟查看一次</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file may not be read. Check its permissions.</source>
        <translation>没有读取该文件的权限，请检查其权限设置。</translation>
    </message>
    <message>
        <source>This is a link, and links are not followed.</source>
        <translation>这是一个链接，Kairos 不会跟随链接。</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>The file is larger than this folder&apos;s limit.</source>
        <translation>文件超过了该文件夹的大小限制。</translation>
    </message>
    <message>
        <source>The file changed while it was read. It is tried again later.</source>
        <translation>文件在读取时发生了变化，稍后会重试。</translation>
    </message>
    <message>
        <source>The document is protected with a password.</source>
        <translation>文档设有密码保护。</translation>
    </message>
    <message>
        <source>The file is damaged or is not what its name says.</source>
        <translation>文件已损坏，或与其名称不符。</translation>
    </message>
    <message>
        <source>The document is nested too deeply to be read safely.</source>
        <translation>文档嵌套过深，无法安全读取。</translation>
    </message>
    <message>
        <source>The file unpacks to far more than it should, so it was left alone.</source>
        <translation>文件解压后远大于应有的大小，因此没有读取。</translation>
    </message>
    <message>
        <source>This looks like no text.</source>
        <translation>这看起来不是文本。</translation>
    </message>
    <message>
        <source>The document needs too much memory to be read.</source>
        <translation>读取该文档需要过多内存。</translation>
    </message>
    <message>
        <source>The document takes too long to be read.</source>
        <translation>读取该文档耗时过长。</translation>
    </message>
    <message>
        <source>The document crashed its reader, which was shut away; nothing else was touched.</source>
        <translation>该文档使读取程序崩溃；读取程序处于隔离之中，其他内容未受影响。</translation>
    </message>
    <message>
        <source>The document could not be understood.</source>
        <translation>无法理解该文档。</translation>
    </message>
    <message>
        <source>The reader of this kind of file could not be started. It is tried again later.</source>
        <translation>无法启动读取此类文件的程序，稍后会重试。</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>无法打开该文件。</translation>
    </message>
    <message>
        <source>The document is protected with a password or in an old format. Save it anew to have it read.</source>
        <translation>文档设有密码或格式过旧。请重新保存后再读取。</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Word documents</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>OpenDocument texts</source>
        <translation>OpenDocument 文本</translation>
    </message>
    <message>
        <source>Presentations</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>E-books</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>邮箱文件</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>笔记本（Jupyter）</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>All documents are read</source>
        <translation>所有文档都已读取</translation>
    </message>
    <message>
        <source>Looking for documents</source>
        <translation>正在查找文档</translation>
    </message>
    <message>
        <source>Reading documents</source>
        <translation>正在读取文档</translation>
    </message>
    <message>
        <source>Learning what passages mean</source>
        <translation>正在理解段落的含义</translation>
    </message>
    <message>
        <source>Reading is paused</source>
        <translation>读取已暂停</translation>
    </message>
    <message>
        <source>Reading waits</source>
        <translation>等待读取</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>大约还需 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>大约还需 %1 小时</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>No folder yet</source>
        <translation>还没有文件夹</translation>
    </message>
    <message>
        <source>Choose a folder, and Kairos reads the documents in it, so that you find them by their words and by what they are about. No folder is read that you do not name, and nothing leaves this computer.</source>
        <translation>选择一个文件夹，Kairos 会读取其中的文档，让你既能按词语、也能按内容找到它们。你没有指定的文件夹不会被读取，任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Kairos looks for changes in your folders now.</source>
        <translation>Kairos 正在查找文件夹中的变化。</translation>
    </message>
</context>
<context>
    <name>DocumentsSection</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Notice new and changed documents by itself</source>
        <translation>自动发现新增和更改的文档</translation>
    </message>
    <message>
        <source>Do large work on battery and while the computer is busy, too</source>
        <translation>使用电池或电脑繁忙时也处理大量文档</translation>
    </message>
    <message>
        <source>Only in the folders that you name on the page Documents. Off: when you ask for it.</source>
        <translation>只在你于“文档”页面指定的文件夹中查找。关闭后，仅在你要求时查找。</translation>
    </message>
    <message>
        <source>Off: more than a few hundred documents at once wait for mains power.</source>
        <translation>关闭时，一次超过几百份文档会等到接通电源再处理。</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Kairos sends nothing. Give the file away yourself: put it on a stick, attach it to a mail, or leave it where others look. What you saw is all that is in it.</source>
        <translation>Kairos 什么也不发送。文件由你自己交出去：拷到 U 盘、附在邮件里，或放在别人看得到的地方。你看到的就是它的全部内容。</translation>
    </message>
    <message>
        <source>✓ The file is written.</source>
        <translation>✓ 文件已写好。</translation>
    </message>
    <message>
        <source>It is the very file you shared before, so it cost nothing again.</source>
        <translation>这就是你以前分享过的那个文件，所以没有再花预算。</translation>
    </message>
    <message>
        <source>It cost nothing of the budget.</source>
        <translation>没有花预算。</translation>
    </message>
    <message>
        <source>It cost epsilon %1. Saving the same week again costs nothing while its figures stay the same.</source>
        <translation>花费了 ε %1。只要数字不变，再次保存同一周不再花费。</translation>
    </message>
</context>
<context>
    <name>EditActivity</name>
    <message>
        <source>Correct the history</source>
        <translation>更正历史</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Count all of it, also the time away from the computer</source>
        <translation>全部计入，包括不在电脑前的时间</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>恢复为记录</translation>
    </message>
    <message>
        <source>Drop all corrections of this time</source>
        <translation>去掉这段时间的所有更正</translation>
    </message>
    <message>
        <source>Make one of it</source>
        <translation>合并为一项</translation>
    </message>
    <message>
        <source>All active time gets the name of what filled most of it</source>
        <translation>所有活跃时间都以其中占比最多的一项命名</translation>
    </message>
    <message>
        <source>Several; they stay while this is empty</source>
        <translation>有多项；留空则保持不变</translation>
    </message>
    <message>
        <source>Away from the computer</source>
        <translation>不在电脑前</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What was recorded is kept; you can undo this.</source>
        <translation>原始记录会保留；此更改可以撤销。</translation>
    </message>
</context>
<context>
    <name>EditBlock</name>
    <message>
        <source>Only this one</source>
        <translation>仅这一次</translation>
    </message>
    <message>
        <source>This and all later ones</source>
        <translation>这一次及以后所有</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>This block is from a calendar. Change it there, and it follows here.</source>
        <translation>此时段来自日历。请在日历中更改，这里会随之更新。</translation>
    </message>
    <message>
        <source>It ends before it begins. Choose a later end.</source>
        <translation>结束早于开始。请选择更晚的结束时间。</translation>
    </message>
</context>
<context>
    <name>EditCategory</name>
    <message>
        <source>Edit category</source>
        <translation>编辑类别</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新建类别</translation>
    </message>
    <message>
        <source>None: a category of its own</source>
        <translation>无：作为顶级类别</translation>
    </message>
    <message>
        <source>As the category above</source>
        <translation>与上级类别相同</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>浅蓝色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>distracting</source>
        <translation>分心</translation>
    </message>
    <message>
        <source>rather distracting</source>
        <translation>较分心</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>rather focused</source>
        <translation>较专注</translation>
    </message>
    <message>
        <source>deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>上级类别</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Focus weight</source>
        <translation>专注权重</translation>
    </message>
</context>
<context>
    <name>EditDocumentFolder</name>
    <message>
        <source>What is read of a folder</source>
        <translation>文件夹中读取哪些内容</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Leave out what .gitignore and the like leave out</source>
        <translation>跳过 .gitignore 等忽略文件所列的内容</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read only what matches (nothing here: everything)</source>
        <translation>只读取匹配的文件（留空则全部读取）</translation>
    </message>
    <message>
        <source>Leave out what matches</source>
        <translation>跳过匹配的文件</translation>
    </message>
    <message>
        <source>One pattern a line; * stands for any letters, ** for folders too.</source>
        <translation>每行一个模式；* 代表任意字符，** 还可跨越文件夹。</translation>
    </message>
    <message>
        <source>Largest file that is read</source>
        <translation>读取的最大文件</translation>
    </message>
</context>
<context>
    <name>EditFlexible</name>
    <message>
        <source>Flexible block</source>
        <translation>灵活时段</translation>
    </message>
    <message>
        <source>New flexible block</source>
        <translation>新建灵活时段</translation>
    </message>
</context>
<context>
    <name>EditGoal</name>
    <message>
        <source>Change goal</source>
        <translation>修改目标</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>Goal changed</source>
        <translation>目标已修改</translation>
    </message>
    <message>
        <source>Goal removed</source>
        <translation>目标已删除</translation>
    </message>
</context>
<context>
    <name>EditItem</name>
    <message>
        <source>New item</source>
        <translation>新建学习内容</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>大约需要</translation>
    </message>
</context>
<context>
    <name>EditRule</name>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>编辑规则</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Groups and letter case</source>
        <translation>条件组与大小写</translation>
    </message>
    <message>
        <source>Count as</source>
        <translation>计为</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>匹配条件</translation>
    </message>
    <message>
        <source>Another rule has the very same match and counts it as %1; the later one decides.</source>
        <translation>另一条规则的匹配条件完全相同，计为“%1”；以靠后的规则为准。</translation>
    </message>
</context>
<context>
    <name>EditSkill</name>
    <message>
        <source>Change skill</source>
        <translation>修改技能</translation>
    </message>
    <message>
        <source>New skill</source>
        <translation>新建技能</translation>
    </message>
    <message>
        <source>For example: Statistics</source>
        <translation>例如：统计学</translation>
    </message>
    <message>
        <source>1, matters little</source>
        <translation>1，不太重要</translation>
    </message>
    <message>
        <source>5, matters most</source>
        <translation>5，最重要</translation>
    </message>
    <message>
        <source> min a week</source>
        <translation> 分钟/周</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>It gets time in the plan</source>
        <translation>在计划中为它安排时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Remove the skill “%1”?</source>
        <translation>删除技能“%1”？</translation>
    </message>
    <message>
        <source>Its levels, items and cards go with it. This cannot be undone.</source>
        <translation>它的水平、学习内容和卡片将一并删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EffectCard</name>
    <message>
        <source>What came of suggestions</source>
        <translation>推荐的结果</translation>
    </message>
    <message>
        <source>Share of suggestions used, week by week</source>
        <translation>每周被采用的推荐比例</translation>
    </message>
    <message>
        <source>Suggestions by policy</source>
        <translation>按策略分的推荐</translation>
    </message>
    <message>
        <source>Expected share: how much would have been used had this policy chosen alone, worked out from the probabilities with which everything was shown, with its 95 % interval.</source>
        <translation>预期比例：假如只由这一策略选择，会有多少被采用；由每项推荐当时的展示概率推算，附 95% 区间。</translation>
    </message>
    <message>
        <source>Nothing has been suggested yet.</source>
        <translation>还没有推荐过任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions were shown</source>
        <translation>
            <numerusform>展示了 %n 条推荐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>采纳 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opened</source>
        <translation>
            <numerusform>打开 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>拒绝 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2 of them were used.</source>
        <translation>%1：其中 %2 被采用。</translation>
    </message>
    <message numerus="yes">
        <source>You used suggestions in %1 of %n weeks in which there were any.</source>
        <translation>
            <numerusform>在有推荐的 %n 周里，你有 %1 周采用了推荐。</numerusform>
        </translation>
    </message>
    <message>
        <source>Share used</source>
        <translation>采用比例</translation>
    </message>
    <message numerus="yes">
        <source>Week from %1: %2 of %n used</source>
        <translation>
            <numerusform>%1 起的一周：%n 条中采用了 %2 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Read for</source>
        <translation>阅读时长</translation>
    </message>
    <message>
        <source>Expected share</source>
        <translation>预期比例</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>Nothing is planned here yet</source>
        <translation>这里还没有计划</translation>
    </message>
    <message>
        <source>Draw a block over free time with the mouse, press N, or let Kairos find good times for focus.</source>
        <translation>用鼠标在空闲时间上拖出一个时段，按 N，或让 Kairos 找出适合专注的时间。</translation>
    </message>
    <message>
        <source>Suggest my week</source>
        <translation>建议我的一周</translation>
    </message>
</context>
<context>
    <name>EncryptDialog</name>
    <message>
        <source>Open by the keyring of this computer%1</source>
        <translation>用这台电脑的密钥环打开%1</translation>
    </message>
    <message>
        <source>Open by a passphrase</source>
        <translation>用密码短语打开</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>The database, its backups and the learned models are written anew with a random key. A recovery code is shown afterwards; then Kairos opens anew.</source>
        <translation>数据库、备份和学到的模型会用随机密钥重新写入。之后会显示恢复码，然后 Kairos 重新打开。</translation>
    </message>
    <message>
        <source>Encrypt everything.</source>
        <translation>加密全部数据。</translation>
    </message>
    <message>
        <source>Choose the keyring, a passphrase, or both.</source>
        <translation>请选择密钥环、密码短语，或两者都选。</translation>
    </message>
</context>
<context>
    <name>EraseData</name>
    <message>
        <source>Erase what is stored</source>
        <translation>删除已保存的内容</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>将要删除的内容</translation>
    </message>
    <message>
        <source>Choose, then look what would go. Nothing is erased before you say so.</source>
        <translation>先选择，再查看会删除什么。在你确认之前不会删除任何东西。</translation>
    </message>
    <message>
        <source>Erase this for good. It cannot be taken back.</source>
        <translation>永久删除这些内容，无法撤销。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Look what would go</source>
        <translation>查看会删除什么</translation>
    </message>
    <message>
        <source>Erasing… Copies and traces take a while.</source>
        <translation>正在删除…清除副本和痕迹需要一些时间。</translation>
    </message>
</context>
<context>
    <name>EraseForm</name>
    <message>
        <source>Name of an app, such as firefox</source>
        <translation>应用名称，例如 firefox</translation>
    </message>
    <message>
        <source>The whole title of a window</source>
        <translation>完整的窗口标题</translation>
    </message>
    <message>
        <source>Part of a title</source>
        <translation>标题的一部分</translation>
    </message>
    <message>
        <source>A site, such as example.org</source>
        <translation>网站，例如 example.org</translation>
    </message>
    <message>
        <source>A file&apos;s name or its path</source>
        <translation>文件名或路径</translation>
    </message>
    <message>
        <source>A time</source>
        <translation>一段时间</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>一个应用</translation>
    </message>
    <message>
        <source>A window title</source>
        <translation>一个窗口标题</translation>
    </message>
    <message>
        <source>Titles that contain</source>
        <translation>标题中包含</translation>
    </message>
    <message>
        <source>A site</source>
        <translation>一个网站</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>一份文档</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Only between</source>
        <translation>仅限时间段</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>EraseWords</name>
    <message numerus="yes">
        <source>%Ln stretches of recorded time</source>
        <translation>
            <numerusform>%Ln 段记录的时间</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln 项更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles, sites and names of files</source>
        <translation>
            <numerusform>%Ln 个标题、网站和文件名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents of the index, not the files themselves</source>
        <translation>
            <numerusform>%Ln 份索引中的文档（不删除文件本身）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items and cards to learn</source>
        <translation>
            <numerusform>%Ln 项学习内容和卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned blocks and changes of the plan</source>
        <translation>
            <numerusform>%Ln 个计划时段和计划改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln focus sessions and ratings</source>
        <translation>
            <numerusform>%Ln 次专注和评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions and answers</source>
        <translation>
            <numerusform>%Ln 组问答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recommendations and forecasts</source>
        <translation>
            <numerusform>%Ln 条推荐和预测</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings and letters</source>
        <translation>
            <numerusform>%Ln 条发现和信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notifications</source>
        <translation>
            <numerusform>%Ln 条通知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of imported files</source>
        <translation>
            <numerusform>%Ln 个导入文件的名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings; models are made anew from what is left</source>
        <translation>
            <numerusform>%Ln 次训练；模型会用剩下的数据重新训练</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figures made to be shared, not files given away</source>
        <translation>
            <numerusform>%Ln 份为分享而生成的数据，不含已交出的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other rows</source>
        <translation>
            <numerusform>%Ln 条其他记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is stored that matches this.</source>
        <translation>没有保存与此相符的内容。</translation>
    </message>
    <message>
        <source>This would go:</source>
        <translation>将会删除：</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) that hold it go, too; one is made of what is left.</source>
        <translation>
            <numerusform>含有它的 %n 份备份也会删除；剩下的内容会重新备份一份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased in %1 s:</source>
        <translation>已删除，用时 %1 秒：</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) that held it went, too; one was made of what is left.</source>
        <translation>
            <numerusform>含有它的 %n 份备份也已删除；剩下的内容已重新备份一份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ It still stands %n time(s) in:</source>
        <translation>
            <numerusform>⚠ 仍有 %n 处存在于：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for in %n file(s) and tables: it stands in none.</source>
        <translation>
            <numerusform>已在 %n 个文件和数据表中查找：都没有。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not finished yet; it is tried again by itself:</source>
        <translation>还没有完成，会自动重试：</translation>
    </message>
    <message>
        <source>Recorded time: %1, from %2 to %3.</source>
        <translation>记录的时间：%1，从 %2 到 %3。</translation>
    </message>
    <message>
        <source>your rules</source>
        <translation>你的规则</translation>
    </message>
    <message>
        <source>your goals</source>
        <translation>你的目标</translation>
    </message>
    <message>
        <source>your settings</source>
        <translation>你的设置</translation>
    </message>
    <message>
        <source>It also stands in what you wrote yourself, which stays: %1.</source>
        <translation>它还出现在你自己写的内容里，这些会保留：%1。</translation>
    </message>
</context>
<context>
    <name>ErrorLine</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ErrorMessages</name>
    <message>
        <source>A category needs a name.</source>
        <translation>类别需要一个名称。</translation>
    </message>
    <message>
        <source>A focus weight is %1 to %2, not %3.</source>
        <translation>专注权重为 %1 到 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>The category to put this one under is gone. Load the categories anew.</source>
        <translation>要放入的上级类别已不存在。请重新载入类别。</translation>
    </message>
    <message>
        <source>There is a category “%1” here already. Choose another name.</source>
        <translation>这里已有类别“%1”。请换一个名称。</translation>
    </message>
    <message>
        <source>This category is gone. Load the categories anew.</source>
        <translation>这个类别已不存在。请重新载入类别。</translation>
    </message>
    <message>
        <source>This category is gone already.</source>
        <translation>这个类别已经不存在了。</translation>
    </message>
    <message>
        <source>This category is there already.</source>
        <translation>这个类别已经存在。</translation>
    </message>
    <message>
        <source>Old history was condensed meanwhile. This category cannot be brought back; make it anew.</source>
        <translation>其间较早的历史已被精简，无法恢复这个类别。请重新建立它。</translation>
    </message>
    <message>
        <source>The category “%1” would lie inside itself. Choose another parent.</source>
        <translation>类别“%1”会位于自身之内。请选择别的上级类别。</translation>
    </message>
    <message>
        <source>A rule for a project needs its name.</source>
        <translation>项目规则需要项目名称。</translation>
    </message>
    <message>
        <source>A rule for a tag needs its name.</source>
        <translation>标签规则需要标签名称。</translation>
    </message>
    <message>
        <source>The category of this rule is gone. Choose another one.</source>
        <translation>这条规则的类别已不存在。请另选一个。</translation>
    </message>
    <message>
        <source>This rule is gone. Load the rules anew.</source>
        <translation>这条规则已不存在。请重新载入规则。</translation>
    </message>
    <message>
        <source>The rules have changed meanwhile. Load them anew.</source>
        <translation>规则在此期间已改变。请重新载入。</translation>
    </message>
    <message>
        <source>This rule is gone already.</source>
        <translation>这条规则已经不存在了。</translation>
    </message>
    <message>
        <source>There would be %1 rules; at most %2 can be used.</source>
        <translation>规则会有 %1 条；最多可用 %2 条。</translation>
    </message>
    <message>
        <source>The rule is nested more than %1 deep. Make several rules of it.</source>
        <translation>规则嵌套超过 %1 层。请拆成几条规则。</translation>
    </message>
    <message>
        <source>The rule compares nothing. Say which app, title, site or document it is about.</source>
        <translation>这条规则什么也不比较。请说明是哪个应用、标题、网站或文档。</translation>
    </message>
    <message>
        <source>The rule makes %1 comparisons; at most %2 can be used.</source>
        <translation>这条规则有 %1 个比较；最多可用 %2 个。</translation>
    </message>
    <message>
        <source>“%1 contains” needs a text to look for.</source>
        <translation>“%1 包含”需要一段要找的文字。</translation>
    </message>
    <message>
        <source>A text of the rule (%1) holds characters that are no text. Type it anew.</source>
        <translation>规则中的文字（%1）含有不是文字的字符。请重新输入。</translation>
    </message>
    <message>
        <source>A text of the rule has %1 characters; at most %2 can be used.</source>
        <translation>规则中的文字有 %1 个字符；最多 %2 个。</translation>
    </message>
    <message>
        <source>The pattern is empty. Write what to look for.</source>
        <translation>匹配式为空。请写出要找的内容。</translation>
    </message>
    <message>
        <source>The pattern has %1 characters; at most %2 can be used.</source>
        <translation>匹配式有 %1 个字符；最多 %2 个。</translation>
    </message>
    <message>
        <source>The pattern “%1” cannot be used: %2.</source>
        <translation>匹配式“%1”无法使用：%2。</translation>
    </message>
    <message>
        <source>A stored rule cannot be understood: its match is no expression.</source>
        <translation>已存的一条规则无法理解：它的条件不是表达式。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB: it is no file of rules.</source>
        <translation>%1 大于 %2 MB：不是规则文件。</translation>
    </message>
    <message>
        <source>%1 is no text in UTF-8. Save it as UTF-8 and try again.</source>
        <translation>%1 不是 UTF-8 文本。请存为 UTF-8 再试。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 无法写入：%2。请换一个位置。</translation>
    </message>
    <message>
        <source>The category of this goal is gone. Choose another one.</source>
        <translation>这个目标的类别已不存在。请另选一个。</translation>
    </message>
    <message>
        <source>This goal is gone. Load the goals anew.</source>
        <translation>这个目标已不存在。请重新载入目标。</translation>
    </message>
    <message>
        <source>There is no goal %1.</source>
        <translation>没有编号为 %1 的目标。</translation>
    </message>
    <message>
        <source>A goal needs at least one day of the week.</source>
        <translation>目标至少要有一周中的一天。</translation>
    </message>
    <message>
        <source>A goal like this one takes %1 to %2 minutes, not %3.</source>
        <translation>这样的目标为 %1 到 %2 分钟，而不是 %3 分钟。</translation>
    </message>
    <message>
        <source>Name the app the goal is about.</source>
        <translation>请说明目标所指的应用。</translation>
    </message>
    <message>
        <source>Name the project the goal is about.</source>
        <translation>请说明目标所指的项目。</translation>
    </message>
    <message>
        <source>Choose the category the goal is about.</source>
        <translation>请选择目标所指的类别。</translation>
    </message>
    <message>
        <source>There is nothing to correct.</source>
        <translation>没有可更正的内容。</translation>
    </message>
    <message>
        <source>A correction can be ten years long at most. Choose a shorter time.</source>
        <translation>一次更正最长十年。请选短一些的时间。</translation>
    </message>
    <message>
        <source>Nobody was at the machine then. Add the time instead of changing it.</source>
        <translation>那时没有人在电脑前。请添加时间，而不是修改。</translation>
    </message>
    <message>
        <source>The end (%1) has to be after the start (%2).</source>
        <translation>结束（%1）必须在开始（%2）之后。</translation>
    </message>
    <message>
        <source>%1 lies in the future: it is %2 now. Only what is over can be corrected.</source>
        <translation>%1 在将来：现在是 %2。只能更正已经过去的时间。</translation>
    </message>
    <message>
        <source>At most 24 hours can be added at once.</source>
        <translation>一次最多可添加 24 小时。</translation>
    </message>
    <message>
        <source>Say what the time was: a title, an app or a category.</source>
        <translation>请说明那段时间是什么：标题、应用或类别。</translation>
    </message>
    <message>
        <source>Say what shall be different: a title, an app, a category, a project or a tag.</source>
        <translation>请说明要改什么：标题、应用、类别、项目或标签。</translation>
    </message>
    <message>
        <source>The name of an app cannot be empty.</source>
        <translation>应用名称不能为空。</translation>
    </message>
    <message>
        <source>%1 does not lie within %2.</source>
        <translation>%1 不在 %2 之内。</translation>
    </message>
    <message>
        <source>Nothing of %1 would be left. Delete it instead.</source>
        <translation>%1 会什么也不剩。请改用删除。</translation>
    </message>
    <message>
        <source>Nothing would be cut off. Say a later start or an earlier end.</source>
        <translation>不会裁掉任何时间。请给出更晚的开始或更早的结束。</translation>
    </message>
    <message>
        <source>Nothing between %1 has been corrected.</source>
        <translation>%1 之间没有更正过。</translation>
    </message>
    <message>
        <source>Nothing is recorded between %1.</source>
        <translation>%1 之间没有记录。</translation>
    </message>
    <message>
        <source>That time was private or excluded and has no name to change. It can be labelled or deleted.</source>
        <translation>那段时间属隐私或已排除，没有可改的名称。可以给它分类或删除。</translation>
    </message>
    <message>
        <source>No app was in front then. Say what the time was.</source>
        <translation>那时没有应用在前台。请说明那段时间是什么。</translation>
    </message>
    <message>
        <source>A text can have %1 characters at most; this one has %2.</source>
        <translation>文字最多 %1 个字符；这一段有 %2 个。</translation>
    </message>
    <message>
        <source>Answer at least one of the questions, or close them.</source>
        <translation>请至少回答一个问题，或关闭它们。</translation>
    </message>
    <message>
        <source>That category does not exist any more. Choose another one.</source>
        <translation>那个类别已不存在。请另选一个。</translation>
    </message>
    <message>
        <source>There is no import number %1. List them with: kairos imports</source>
        <translation>没有编号为 %1 的导入。</translation>
    </message>
    <message>
        <source>Import number %1 was taken back already.</source>
        <translation>编号为 %1 的导入已经撤回。</translation>
    </message>
    <message>
        <source>%1 holds no recorded time that can be imported.</source>
        <translation>%1 中没有可导入的记录时间。</translation>
    </message>
    <message>
        <source>This profile holds real recordings, so no sample days are added to it. Name another folder with --profile, or leave --profile out to use one of its own.</source>
        <translation>这个数据文件夹里有真实记录，不会加入示例日。请用 --profile 指定另一个文件夹。</translation>
    </message>
    <message>
        <source>Only GNOME on Wayland needs the extension, and this is another kind of session.</source>
        <translation>只有 Wayland 上的 GNOME 需要此扩展，而这是另一种会话。</translation>
    </message>
    <message>
        <source>A pause lasts 1 to %1 minutes (a week).</source>
        <translation>暂停时长为 1 到 %1 分钟（一周）。</translation>
    </message>
    <message>
        <source>Say for how many minutes recording should pause, for example 15.</source>
        <translation>请说明要暂停记录多少分钟，例如 15。</translation>
    </message>
    <message>
        <source>Say what to look for: a part of a title, an app, a site or a document.</source>
        <translation>请说明要找什么：标题、应用、网站或文档的一部分。</translation>
    </message>
    <message>
        <source>A report needs at least one day: its last day is before its first.</source>
        <translation>报告至少需要一天：最后一天早于第一天。</translation>
    </message>
    <message>
        <source>%1 to %2 is not a range that can be reported on.</source>
        <translation>%1 至 %2 不是可以报告的范围。</translation>
    </message>
    <message>
        <source>“%1” is too far away.</source>
        <translation>“%1”太久远了。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it as year-month-day, for example 2026-11-21.</source>
        <translation>“%1”不是日期。请写成 年-月-日，例如 2026-11-21。</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known. Use a name such as Europe/Berlin.</source>
        <translation>不认识时区“%1”。请用如 Europe/Berlin 的名称。</translation>
    </message>
    <message>
        <source>Parquet files need pyarrow, which is not installed. Install it with: pip install &apos;kairos-desktop[parquet]&apos;, or choose csv or json.</source>
        <translation>Parquet 文件需要 pyarrow，而它没有安装。请运行 pip install &apos;kairos-desktop[parquet]&apos;，或选择 csv 或 json。</translation>
    </message>
    <message>
        <source>Parquet files need pyarrow, which this package of Kairos does not hold. Choose csv or json.</source>
        <translation>Parquet 文件需要 pyarrow，而这个 Kairos 软件包中没有。请选择 csv 或 json。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Mend the file, or move it away to start afresh.</source>
        <translation>%1 无法读取：%2。请修好文件，或把它移走以重新开始。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. The old settings stay in force.</source>
        <translation>%1 无法写入：%2。原设置继续有效。</translation>
    </message>
    <message>
        <source>%1: %2 is not known among the privacy settings. %3</source>
        <translation>%1：隐私设置中没有 %2。%3</translation>
    </message>
    <message>
        <source>%1: %2 is %3; it can be %4.</source>
        <translation>%1：%2 为 %3；可以是 %4。</translation>
    </message>
    <message>
        <source>%1: %2 is %3; it can be %4 to %5.</source>
        <translation>%1：%2 为 %3；可以是 %4 到 %5。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. See that the disk is not mounted read-only and that this account may write there.</source>
        <translation>文件夹 %1 无法写入。请确认磁盘不是以只读方式挂载，并且当前账户可以在那里写入。</translation>
    </message>
    <message>
        <source>A program file of Kairos is damaged: %1. Install Kairos again.</source>
        <translation>Kairos 的一个程序文件已损坏：%1。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another account and others may write there: they could read and change what Kairos keeps. Name a folder of your own with --profile.</source>
        <translation>文件夹 %1 属于另一个账户，且其他人可以写入：他们可能读取和更改 Kairos 保存的内容。请用 --profile 指定你自己的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 holds other files. Name an empty folder, or one that does not exist yet, with --profile: Kairos keeps its data apart and closes the folder to other users.</source>
        <translation>文件夹 %1 中有其他文件。请用 --profile 指定空文件夹或尚不存在的文件夹：Kairos 单独存放数据，并对其他用户关闭该文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made or used: %2. See that the disk is not mounted read-only and that this account may write there; --profile names another folder.</source>
        <translation>文件夹 %1 无法创建或使用：%2。请确认磁盘不是以只读方式挂载，并且当前账户可以在那里写入；用 --profile 可以指定另一个文件夹。</translation>
    </message>
    <message>
        <source>A %1 of this profile already runs%2. Stop it first, or use another --profile.</source>
        <translation>这个数据文件夹已有 %1 在运行%2。请先停止它，或使用另一个 --profile。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2. Check the folder&apos;s permissions.</source>
        <translation>%1 无法打开：%2。请检查文件夹权限。</translation>
    </message>
    <message>
        <source>The bundled SQLite is %1, which can damage data; at least %2 is needed. Install Kairos again.</source>
        <translation>随附的 SQLite 为 %1，可能损坏数据；至少需要 %2。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>The database driver cannot be loaded: %1. Install Kairos again.</source>
        <translation>数据库驱动无法载入：%1。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>The pattern “%1” matches nothing. Write one like *.pdf, drafts/ or notes/**/*.md.</source>
        <translation>模式“%1”什么也匹配不到。请写成如 *.pdf、drafts/ 或 notes/**/*.md 的形式。</translation>
    </message>
    <message>
        <source>The largest size of a document can be from 1 byte to 4 GiB.</source>
        <translation>文档的最大大小可以是 1 字节到 4 GiB。</translation>
    </message>
    <message>
        <source>%1 is a file. Name the folder it is in: %2</source>
        <translation>%1 是一个文件。请选择它所在的文件夹：%2</translation>
    </message>
    <message>
        <source>No path was given. Write the path of a folder.</source>
        <translation>没有给出路径。请写出文件夹的路径。</translation>
    </message>
    <message>
        <source>%1 has a sign in it that no path has. Check how it is written.</source>
        <translation>%1 含有路径中不可能出现的字符。请检查写法。</translation>
    </message>
    <message>
        <source>%1 begins with the name of no account here. Write the whole path.</source>
        <translation>%1 开头的用户名在这台电脑上不存在。请写出完整路径。</translation>
    </message>
    <message>
        <source>The folder you are in is gone. Go to another one, or write the whole path.</source>
        <translation>你所在的文件夹已不存在。请换到别的文件夹，或写出完整路径。</translation>
    </message>
    <message>
        <source>%1 does not exist. Check how it is written, or make the folder first.</source>
        <translation>%1 不存在。请检查写法，或先创建该文件夹。</translation>
    </message>
    <message>
        <source>%1 may not be read by you. Ask for permission, or name another folder.</source>
        <translation>你没有读取 %1 的权限。请申请权限，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 无法打开：%2。</translation>
    </message>
    <message>
        <source>%1 is one of your folders already.</source>
        <translation>%1 已经是你的文件夹之一。</translation>
    </message>
    <message>
        <source>%1 lies in %2, which is one of your folders: it is indexed already.</source>
        <translation>%1 位于你的文件夹 %2 之中，已经会被读取。</translation>
    </message>
    <message>
        <source>%1 is one of your folders and lies in %2. Remove it first, then name the larger one: kairos documents remove %3</source>
        <translation>你的文件夹 %1 位于 %2 之中。请先移除编号为 %3 的文件夹，再添加更大的这一个。</translation>
    </message>
    <message>
        <source>%1 is your whole home folder. Name the folders your documents are in, for example %2; if you mean all of it, say so (--yes).</source>
        <translation>%1 是你的整个主文件夹。请选择存放文档的文件夹，例如 %2。</translation>
    </message>
    <message>
        <source>%1 is far more than your documents. Name the folders your documents are in, for example %2; if you mean all of it, say so (--yes).</source>
        <translation>%1 远不止是你的文档。请选择存放文档的文件夹，例如 %2。</translation>
    </message>
    <message>
        <source>This folder is gone. Load the folders anew.</source>
        <translation>这个文件夹已不在列表中。请重新载入。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有编号为 %1 的文件夹。</translation>
    </message>
    <message>
        <source>%1 is none of your folders. See them with: kairos documents list</source>
        <translation>%1 不是你的文件夹之一。</translation>
    </message>
    <message>
        <source>No folder is named yet. Name one with: kairos documents add FOLDER</source>
        <translation>还没有添加文件夹。请先添加一个。</translation>
    </message>
    <message>
        <source>Indexing cannot be started: %1.</source>
        <translation>无法开始读取文档：%1。</translation>
    </message>
    <message>
        <source>The documents are being indexed just now. Ask again when that is done.</source>
        <translation>正在读取文档。请在完成后再试。</translation>
    </message>
    <message>
        <source>%1 is not there any more, or cannot be reached.</source>
        <translation>%1 已不存在，或无法访问。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 could be run instead of shown. Open it in an editor yourself.</source>
        <translation>打开 %1 可能会运行它，而不是显示它。请自己在编辑器中打开。</translation>
    </message>
    <message>
        <source>There is no document %1.</source>
        <translation>没有编号为 %1 的文档。</translation>
    </message>
    <message>
        <source>No document of this number or path is indexed. Find it with: kairos documents search</source>
        <translation>没有读取过这个编号或路径的文档。请先搜索它。</translation>
    </message>
    <message>
        <source>There are several documents “%1”. Write the path of one: %2.</source>
        <translation>有几份名为“%1”的文档。请写出其中一份的路径：%2。</translation>
    </message>
    <message>
        <source>“%1” is no indexed document. Write its path, as “kairos documents search” shows it.</source>
        <translation>“%1”不是已读取的文档。请写出它的路径。</translation>
    </message>
    <message>
        <source>Nothing was recorded by title at that time. Choose a time at which a window was in front.</source>
        <translation>那时没有记录到窗口标题。请选择有窗口在前台的时间。</translation>
    </message>
    <message>
        <source>“%1” is no indexed document. Write its path or number, as “kairos documents search” shows it.</source>
        <translation>“%1”不是已读取的文档。请写出它的路径或编号。</translation>
    </message>
    <message>
        <source>A quotation mark is open. Close it, as in &quot;annual report&quot;, or leave it out.</source>
        <translation>有一个引号没有闭合。请像 &quot;年度报告&quot; 这样闭合它，或去掉它。</translation>
    </message>
    <message>
        <source>Say at least one word to look for; filters and what is left out come beside it.</source>
        <translation>请至少写一个要找的词；筛选条件和要排除的词写在它旁边。</translation>
    </message>
    <message>
        <source>type: cannot be turned round. Leave the - out.</source>
        <translation>“类型:”不能取反。请去掉前面的 -。</translation>
    </message>
    <message>
        <source>in: cannot be turned round. Leave the - out.</source>
        <translation>“位于:”不能取反。请去掉前面的 -。</translation>
    </message>
    <message>
        <source>after: cannot be turned round. Leave the - out.</source>
        <translation>“晚于:”不能取反。请去掉前面的 -。</translation>
    </message>
    <message>
        <source>before: cannot be turned round. Leave the - out.</source>
        <translation>“早于:”不能取反。请去掉前面的 -。</translation>
    </message>
    <message>
        <source>used: cannot be turned round. Leave the - out.</source>
        <translation>“用于:”不能取反。请去掉前面的 -。</translation>
    </message>
    <message>
        <source>Say what to compare with right behind type: as in type:pdf.</source>
        <translation>请在“类型:”后面紧接着写出类型，例如 类型:pdf。</translation>
    </message>
    <message>
        <source>Say what to compare with right behind in: as in in:papers or in:&quot;/home/me/my papers&quot;.</source>
        <translation>请在“位于:”后面紧接着写出文件夹，例如 位于:工作 或 位于:&quot;/home/me/我的文档&quot;。</translation>
    </message>
    <message>
        <source>Say what to compare with right behind after: as in after:2026-01.</source>
        <translation>请在“晚于:”后面紧接着写出日期，例如 晚于:2026-01。</translation>
    </message>
    <message>
        <source>Say what to compare with right behind before: as in before:2026-01-31.</source>
        <translation>请在“早于:”后面紧接着写出日期，例如 早于:2026-01-31。</translation>
    </message>
    <message>
        <source>Say what to compare with right behind used: as in used:yesterday.</source>
        <translation>请在“用于:”后面紧接着写出时间，例如 用于:昨天。</translation>
    </message>
    <message>
        <source>“%1” is no kind of document. There are %2.</source>
        <translation>“%1”不是文档类型。可用的有：%2。</translation>
    </message>
    <message>
        <source>“%1” is in no indexed folder. Write the whole path, or add its folder first.</source>
        <translation>“%1”不在任何已读取的文件夹中。请写出完整路径，或先添加它的文件夹。</translation>
    </message>
    <message>
        <source>“%1” ends before it begins.</source>
        <translation>“%1”的结束早于开始。</translation>
    </message>
    <message>
        <source>“%1” is no date. Write today, yesterday, monday, last week, this month, 3 days, 2026, 2026-01 or 2026-01-31.</source>
        <translation>“%1”不是日期。请写成：今天、昨天、上周、本月、最近3天、2026、2026-01 或 2026-01-31。</translation>
    </message>
    <message>
        <source>No sentence encoder is installed, so documents are found by their words alone.</source>
        <translation>没有安装语言模型，因此只能按词语查找文档。</translation>
    </message>
    <message>
        <source>The process that knows meaning ends at once. The log tells why.</source>
        <translation>按含义查找的进程一启动就结束了。日志中有原因。</translation>
    </message>
    <message>
        <source>No answer came within %1 seconds. Ask again, or use the words.</source>
        <translation>%1 秒内没有得到回答。请再试一次，或按词语查找。</translation>
    </message>
    <message>
        <source>The search was closed.</source>
        <translation>搜索已关闭。</translation>
    </message>
    <message>
        <source>The process cannot be started: %1.</source>
        <translation>无法启动进程：%1。</translation>
    </message>
    <message>
        <source>%1 is not a whole path. Name the encoder&apos;s folder from its root.</source>
        <translation>%1 不是完整路径。请从根目录写起。</translation>
    </message>
    <message>
        <source>%1 holds no %2. Choose the folder of an encoder, or none.</source>
        <translation>%1 中没有 %2。请选择语言模型的文件夹，或不选。</translation>
    </message>
    <message>
        <source>%1 holds a model of the kind %2. Choose one of the kind BERT or XLM-RoBERTa.</source>
        <translation>%1 中的模型种类是 %2。请选择 BERT 或 XLM-RoBERTa 种类的模型。</translation>
    </message>
    <message>
        <source>%1 holds an unusual variant of %2. Choose another encoder.</source>
        <translation>%1 中是 %2 的一种特殊变体。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1/config.json: hidden_size cannot be shared among the heads.</source>
        <translation>%1/config.json：hidden_size 无法平均分给各个头。</translation>
    </message>
    <message>
        <source>%1/config.json: layer_norm_eps is %2; it must lie between 0 and 1.</source>
        <translation>%1/config.json：layer_norm_eps 为 %2；它必须在 0 和 1 之间。</translation>
    </message>
    <message>
        <source>%1 is no sound JSON: %2.</source>
        <translation>%1 不是正确的 JSON：%2。</translation>
    </message>
    <message>
        <source>%1 is too large or holds no table.</source>
        <translation>%1 过大，或其中没有表。</translation>
    </message>
    <message>
        <source>%1 is no sound list of steps: %2.</source>
        <translation>%1 不是正确的步骤列表：%2。</translation>
    </message>
    <message>
        <source>%1 has steps that are not known: %2. Choose another encoder.</source>
        <translation>%1 含有未知的步骤：%2。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 pools its tokens in a way that is not known. Choose another encoder.</source>
        <translation>%1 合并词元的方式未知。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. Choose another encoder.</source>
        <translation>%1 无法使用：%2。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2 is missing. Choose another encoder.</source>
        <translation>%1 无法使用：缺少 %2。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: its numbers go beyond the network&apos;s table of words. Choose another encoder.</source>
        <translation>%1 无法使用：其中的编号超出了网络的词表。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: its kind is %2, known are WordPiece and Unigram. Choose another encoder.</source>
        <translation>%1 无法使用：它的种类是 %2，可用的是 WordPiece 和 Unigram。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: it splits texts in another way than BERT. Choose another encoder.</source>
        <translation>%1 无法使用：它切分文字的方式与 BERT 不同。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 cannot be used: it splits texts in another way than XLM-RoBERTa. Choose another encoder.</source>
        <translation>%1 无法使用：它切分文字的方式与 XLM-RoBERTa 不同。请另选一个语言模型。</translation>
    </message>
    <message>
        <source>%1 holds no weights. Fetch the whole file.</source>
        <translation>%1 中没有权重。请获取完整的文件。</translation>
    </message>
    <message>
        <source>The encoder&apos;s weights do not fit its config.json: %1 is missing.</source>
        <translation>语言模型的权重与其 config.json 不符：缺少 %1。</translation>
    </message>
    <message>
        <source>The encoder&apos;s weights do not fit its config.json: %1 is of the shape %2, not %3.</source>
        <translation>语言模型的权重与其 config.json 不符：%1 的形状为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>%1 is not the file that was published: its SHA-256 begins with %2. Delete it, then set Kairos up again.</source>
        <translation>%1 不是发布的那个文件：它的 SHA-256 以 %2 开头。请删除它，然后重新安装 Kairos。</translation>
    </message>
    <message>
        <source>%1 is not a sound safetensors file: %2. Fetch it again.</source>
        <translation>%1 不是正确的 safetensors 文件：%2。请重新获取。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 GB. Choose a smaller encoder.</source>
        <translation>%1 大于 %2 GB。请选择小一些的语言模型。</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Try again.</source>
        <translation>%1 在读取时发生了变化。请再试一次。</translation>
    </message>
    <message>
        <source>%1 changed meanwhile. Try again.</source>
        <translation>%1 在此期间发生了变化。请再试一次。</translation>
    </message>
    <message>
        <source>The encoder&apos;s weights yield no numbers. Fetch them again, or choose another encoder.</source>
        <translation>语言模型的权重算不出数值。请重新获取，或另选一个语言模型。</translation>
    </message>
    <message>
        <source>There is no recommendation %1 any more. Ask for new ones.</source>
        <translation>推荐 %1 已不存在。请重新获取推荐。</translation>
    </message>
    <message>
        <source>A rating is a number from 1 (scattered) to 5 (focused).</source>
        <translation>评分是 1（分散）到 5（专注）之间的数字。</translation>
    </message>
    <message>
        <source>The models are being trained already.</source>
        <translation>模型已经在训练中。</translation>
    </message>
    <message>
        <source>Training cannot be started: %1.</source>
        <translation>无法开始训练：%1。</translation>
    </message>
    <message>
        <source>The training does not end. Stop it, then try again.</source>
        <translation>训练没有结束。请先停止它，然后重试。</translation>
    </message>
    <message>
        <source>A focus session has been running since %1. End it first.</source>
        <translation>一次专注自 %1 起正在进行。请先结束它。</translation>
    </message>
    <message>
        <source>No focus session is running.</source>
        <translation>现在没有正在进行的专注。</translation>
    </message>
    <message>
        <source>A session&apos;s work lasts 1 to %1 minutes, not %2.</source>
        <translation>一次专注的工作时长可为 1 到 %1 分钟，不能是 %2 分钟。</translation>
    </message>
    <message>
        <source>A break lasts 1 to %1 minutes.</source>
        <translation>休息时长可为 1 到 %1 分钟。</translation>
    </message>
    <message>
        <source>A long break comes after 1 to %1 rounds.</source>
        <translation>长休息可在 1 到 %1 轮之后。</translation>
    </message>
    <message>
        <source>A break is on already.</source>
        <translation>已经在休息了。</translation>
    </message>
    <message>
        <source>No break is on.</source>
        <translation>现在不在休息。</translation>
    </message>
    <message>
        <source>A contract lasts 1 to %1 minutes, not %2.</source>
        <translation>约定可持续 1 到 %1 分钟，不能是 %2 分钟。</translation>
    </message>
    <message>
        <source>“%1” is no answer to a nudge. There are: %2.</source>
        <translation>“%1”不是对提醒的回答。可用的有：%2。</translation>
    </message>
    <message>
        <source>There is no focus session %1. See: kairos focus list</source>
        <translation>没有编号为 %1 的专注。请查看：kairos focus list</translation>
    </message>
    <message>
        <source>There is no session %1 that is over. See: kairos focus list</source>
        <translation>没有编号为 %1 且已结束的专注。请查看：kairos focus list</translation>
    </message>
    <message>
        <source>%1 ends in the middle: it was cut off, or is being written. Try again.</source>
        <translation>%1 在中间断开：文件被截断，或正在写入。请重试。</translation>
    </message>
    <message>
        <source>%1 is not a calendar. Choose a file that ends in .ics.</source>
        <translation>%1 不是日历。请选择以 .ics 结尾的文件。</translation>
    </message>
    <message>
        <source>%1 is nested deeper than any calendar. It is damaged.</source>
        <translation>%1 的嵌套比任何日历都深，文件已损坏。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 entries. Export a shorter span of time from the program it comes from.</source>
        <translation>%1 的条目超过 %2 个。请在原程序中导出较短的时间段。</translation>
    </message>
    <message>
        <source>%1 is empty. Export it again.</source>
        <translation>%1 是空的。请重新导出。</translation>
    </message>
    <message>
        <source>%1 was not read: %2.</source>
        <translation>未读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not there. Choose a file that ends in .ics, or a folder of such files.</source>
        <translation>%1 不存在。请选择以 .ics 结尾的文件，或存放这种文件的文件夹。</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file. Choose a file that ends in .ics, or a folder of such files.</source>
        <translation>%1 不是普通文件。请选择以 .ics 结尾的文件，或存放这种文件的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 is not there any more. Its blocks are kept as they were.</source>
        <translation>文件夹 %1 已不存在。它的时段保持原样。</translation>
    </message>
    <message>
        <source>%1 holds more than %2 calendar files. Name a folder with fewer.</source>
        <translation>%1 中的日历文件超过 %2 个。请选择文件较少的文件夹。</translation>
    </message>
    <message>
        <source>%1 holds no calendar file with events. Choose a file that ends in .ics.</source>
        <translation>%1 中没有含日程的日历文件。请选择以 .ics 结尾的文件。</translation>
    </message>
    <message>
        <source>%1 is read as the calendar “%2” already. Remove that one first.</source>
        <translation>%1 已作为日历“%2”读取。请先移除那一个。</translation>
    </message>
    <message>
        <source>%1 is one of your calendars already.</source>
        <translation>%1 已经是你的日历之一。</translation>
    </message>
    <message>
        <source>This calendar is gone; it was removed meanwhile.</source>
        <translation>这个日历已不存在：其间已被移除。</translation>
    </message>
    <message>
        <source>“%1” does not say a word and a kind. Write “lunch = break”; kinds are %2.</source>
        <translation>“%1”没有写明词和类型。请写成“lunch = break”；类型有 %2。</translation>
    </message>
    <message>
        <source>it has no end: the file is damaged there</source>
        <translation>没有结尾：文件在此处损坏</translation>
    </message>
    <message>
        <source>it holds bytes that no text has: the file is damaged there</source>
        <translation>含有文本中不会有的字节：文件在此处损坏</translation>
    </message>
    <message>
        <source>it is recorded time that Kairos exported, not a plan</source>
        <translation>这是 Kairos 导出的记录时间，不是计划</translation>
    </message>
    <message>
        <source>it has no start that can be read</source>
        <translation>没有可读的开始时间</translation>
    </message>
    <message>
        <source>it lies in a year that no plan reaches</source>
        <translation>所在年份超出计划范围</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>its %1 cannot be read</source>
        <translation>其 %1 无法读取</translation>
    </message>
    <message>
        <source>its DURATION reaches out of the calendar</source>
        <translation>其时长超出日历范围</translation>
    </message>
    <message>
        <source>its time cannot be placed</source>
        <translation>其时间无法确定</translation>
    </message>
    <message>
        <source>its time zone “%1” is not known, and the file does not describe it</source>
        <translation>时区“%1”未知，文件中也没有说明</translation>
    </message>
    <message>
        <source>it names more than %1 single dates</source>
        <translation>单独日期超过 %1 个</translation>
    </message>
    <message>
        <source>its repeat rule cannot be used: %1</source>
        <translation>其重复规则无法使用：%1</translation>
    </message>
    <message>
        <source>its repeat rule reaches out of the calendar</source>
        <translation>其重复规则超出日历范围</translation>
    </message>
    <message>
        <source>it repeats too often on a clock that is no known zone&apos;s</source>
        <translation>在未知时区的时钟上重复过于频繁</translation>
    </message>
    <message>
        <source>it is in the calendar twice</source>
        <translation>在日历中出现了两次</translation>
    </message>
    <message>
        <source>a newer version of it is in the calendar</source>
        <translation>日历中有更新的版本</translation>
    </message>
    <message>
        <source>only events become blocks</source>
        <translation>只有日程会成为时段</translation>
    </message>
    <message>
        <source>it was called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the plan has a newer version of it</source>
        <translation>计划中有更新的版本</translation>
    </message>
    <message>
        <source>it is not there, cannot be read, or is a link or a device</source>
        <translation>不存在、无法读取，或是链接或设备</translation>
    </message>
    <message>
        <source>it is larger than %1 MB; export a shorter span of time</source>
        <translation>大于 %1 MB；请导出较短的时间段</translation>
    </message>
    <message>
        <source>There is no calendar %1. See: kairos plan calendars</source>
        <translation>没有日历 %1。查看：kairos plan calendars</translation>
    </message>
    <message>
        <source>A path cannot hold a NUL character. Choose a file that ends in .ics, or a folder of them.</source>
        <translation>路径中不能有 NUL 字符。请选择以 .ics 结尾的文件，或存放这种文件的文件夹。</translation>
    </message>
    <message>
        <source>Recorded time is always written as private. Leave --public out.</source>
        <translation>记录的时间总是以私密方式写出。请去掉 --public。</translation>
    </message>
    <message>
        <source>A block cannot take place before the first time it is planned for. Move the first time.</source>
        <translation>时段不能早于它第一次安排的时间。请移动第一次。</translation>
    </message>
    <message>
        <source>A piece takes %1 minutes or more, and the longest is not shorter than the shortest.</source>
        <translation>一段至少 %1 分钟，最长不能短于最短。</translation>
    </message>
    <message>
        <source>A week holds 1 to %1 pieces, 0 means once.</source>
        <translation>一周可有 1 到 %1 段，0 表示只有一次。</translation>
    </message>
    <message>
        <source>The time of day it may lie in ends before it begins. Give a later end.</source>
        <translation>可安排的时段在开始之前就结束了。请给出更晚的结束时间。</translation>
    </message>
    <message>
        <source>The time of day it may lie in is shorter than its shortest piece. Widen it.</source>
        <translation>可安排的时段比最短的一段还短。请放宽时段。</translation>
    </message>
    <message>
        <source>A flexible block needs at least one day of the week.</source>
        <translation>灵活时段至少需要一周中的一天。</translation>
    </message>
    <message>
        <source>“%1” comes from a calendar. Change it there, and it follows here.</source>
        <translation>“%1”来自日历。请在日历中修改，这里会随之更新。</translation>
    </message>
    <message>
        <source>A title or a project has at most %1 characters. Shorten it.</source>
        <translation>标题或项目最多 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>A note has at most %1 characters. Shorten it.</source>
        <translation>备注最多 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>A title, a project or a note holds a character that no text has. Type it anew.</source>
        <translation>标题、项目或备注中有不属于文字的字符。请重新输入。</translation>
    </message>
    <message>
        <source>This time is too far away. Choose one between 1970 and 2499.</source>
        <translation>这个时间太远了。请选择 1970 年到 2499 年之间的时间。</translation>
    </message>
    <message>
        <source>A block lasts a minute or more. Choose a later end.</source>
        <translation>时段至少一分钟。请选择更晚的结束时间。</translation>
    </message>
    <message>
        <source>A block lasts 24 hours at most. Choose an earlier end, or make it last whole days.</source>
        <translation>时段最长 24 小时。请选择更早的结束时间，或设为全天。</translation>
    </message>
    <message>
        <source>A block lasts a year at most. Choose an earlier end.</source>
        <translation>时段最长一年。请选择更早的结束时间。</translation>
    </message>
    <message>
        <source>This block would take place more than %1 times a year. Let it repeat less often.</source>
        <translation>这个时段一年会出现超过 %1 次。请减少重复。</translation>
    </message>
    <message>
        <source>This rule never comes true, for example because a month has no such day. Change the rule.</source>
        <translation>这条规则永远不会成立，例如因为月份里没有这一天。请修改规则。</translation>
    </message>
    <message>
        <source>The repeats of this block end before it begins. Choose a later UNTIL.</source>
        <translation>这个时段的重复在它开始之前就结束了。请选择更晚的 UNTIL。</translation>
    </message>
    <message>
        <source>%1 takes place more than %2 times in that time. Ask for a shorter one.</source>
        <translation>%1在这段时间内出现超过 %2 次。请查看更短的时间。</translation>
    </message>
    <message>
        <source>A block cannot repeat every minute or second. Use FREQ=HOURLY, DAILY, WEEKLY or longer.</source>
        <translation>时段不能每分钟或每秒重复。请使用 FREQ=HOURLY、DAILY、WEEKLY 或更长的间隔。</translation>
    </message>
    <message>
        <source>A repeat rule has at most %1 characters. Write it as FREQ=WEEKLY;BYDAY=MO,WE.</source>
        <translation>重复规则最多 %1 个字符。请写成 FREQ=WEEKLY;BYDAY=MO,WE 的样子。</translation>
    </message>
    <message>
        <source>A repeat rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY. Write it as FREQ=WEEKLY;BYDAY=MO,WE.</source>
        <translation>重复规则要说明频率：FREQ=DAILY、WEEKLY、MONTHLY 或 YEARLY。请写成 FREQ=WEEKLY;BYDAY=MO,WE 的样子。</translation>
    </message>
    <message>
        <source>A repeat rule ends by COUNT or by UNTIL, not by both. Leave one out.</source>
        <translation>重复规则以 COUNT 或 UNTIL 结束，不能两者都有。请去掉一个。</translation>
    </message>
    <message>
        <source>This rule comes %1 times a day; %2 are the most. Name fewer times.</source>
        <translation>这条规则一天出现 %1 次，最多 %2 次。请减少时间。</translation>
    </message>
    <message>
        <source>BYSETPOS cannot be used with FREQ=HOURLY. Name the minutes with BYMINUTE.</source>
        <translation>BYSETPOS 不能与 FREQ=HOURLY 一起使用。请用 BYMINUTE 指定分钟。</translation>
    </message>
    <message>
        <source>“%1” is not part of a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE.</source>
        <translation>“%1”不是重复规则的一部分。请写成 FREQ=WEEKLY;BYDAY=MO,WE 的样子。</translation>
    </message>
    <message>
        <source>A repeat rule says %1 once. Write it as FREQ=WEEKLY;BYDAY=MO,WE.</source>
        <translation>重复规则中 %1 只能出现一次。请写成 FREQ=WEEKLY;BYDAY=MO,WE 的样子。</translation>
    </message>
    <message>
        <source>“%1=%2” cannot be used in a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE.</source>
        <translation>“%1=%2”不能用在重复规则里。请写成 FREQ=WEEKLY;BYDAY=MO,WE 的样子。</translation>
    </message>
    <message>
        <source>This block repeats on days its rule names, so all of it cannot be moved to another day at once. Change its rule, or move this time alone.</source>
        <translation>这个时段按规则指定的日子重复，不能一次把它全部移到另一天。请修改规则，或只移动这一次。</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile. Load the plan anew, and change it there.</source>
        <translation>“%1”在此期间被修改过。请重新载入计划后再修改。</translation>
    </message>
    <message>
        <source>This time of “%1” is gone meanwhile. Load the plan anew.</source>
        <translation>“%1”的这一次已经不在了。请重新载入计划。</translation>
    </message>
    <message>
        <source>“%1” is protected, %2. Choose another time, or take its protection off first.</source>
        <translation>“%1”受保护：%2。请选择其他时间，或先取消保护。</translation>
    </message>
    <message>
        <source>“%1” is planned already, %2. Ask for new places: kairos plan suggest</source>
        <translation>“%1”已经安排好了：%2。请获取新的建议：kairos plan suggest</translation>
    </message>
    <message>
        <source>There is no proposal %1 any more. Ask for new ones: kairos plan suggest</source>
        <translation>建议 %1 已经不在了。请获取新的建议：kairos plan suggest</translation>
    </message>
    <message>
        <source>The place %1 has begun already. Ask for new ones: kairos plan suggest</source>
        <translation>%1 的时间已经开始了。请获取新的建议：kairos plan suggest</translation>
    </message>
    <message>
        <source>That flexible block is gone. Ask for a new suggestion: kairos plan suggest</source>
        <translation>这个灵活时段已经不在了。请获取新的建议：kairos plan suggest</translation>
    </message>
    <message>
        <source>The plan can be shown for eleven years at most. Ask for a shorter time.</source>
        <translation>计划最多可显示十一年。请查看更短的时间。</translation>
    </message>
    <message>
        <source>There is no block %1. See: kairos plan show</source>
        <translation>没有编号为 %1 的时段。请查看：kairos plan show</translation>
    </message>
    <message>
        <source>More than %1 planned times lie in that time. Ask for a shorter one.</source>
        <translation>这段时间内有超过 %1 个安排。请查看更短的时间。</translation>
    </message>
    <message>
        <source>More than %1 planned times overlap in that time. Ask for a shorter one.</source>
        <translation>这段时间内有超过 %1 处重叠。请查看更短的时间。</translation>
    </message>
    <message>
        <source>This block is gone; it was removed meanwhile. Load the plan anew.</source>
        <translation>这个时段已经不在了：它在此期间被移除。请重新载入计划。</translation>
    </message>
    <message>
        <source>There is no flexible block %1. See: kairos plan flexible list</source>
        <translation>没有编号为 %1 的灵活时段。请查看：kairos plan flexible list</translation>
    </message>
    <message>
        <source>The category of this block is gone. Choose another one.</source>
        <translation>这个时段的类别已经不在了。请选择另一个。</translation>
    </message>
    <message>
        <source>“%1” cannot be undone: it was changed elsewhere since. The plan stays as it is.</source>
        <translation>“%1”无法撤销：此后它在别处被修改过。计划保持不变。</translation>
    </message>
    <message>
        <source>“%1” cannot be redone: it was changed elsewhere since. The plan stays as it is.</source>
        <translation>“%1”无法重做：此后它在别处被修改过。计划保持不变。</translation>
    </message>
    <message>
        <source>its EXRULE is not followed, so it may take place too often</source>
        <translation>不支持其 EXRULE，可能出现次数过多</translation>
    </message>
    <message>
        <source>of its repeat rules only the first is followed</source>
        <translation>其重复规则只采用第一条</translation>
    </message>
    <message>
        <source>it was changed for all later times, and is taken so for this one only</source>
        <translation>它更改了之后的所有时间，这里只采用这一次</translation>
    </message>
    <message>
        <source>A level is a number from 0 (nothing yet) to 10 (as well as it can be known).</source>
        <translation>水平是 0（尚未开始）到 10（完全掌握）之间的数。</translation>
    </message>
    <message>
        <source>A rating is 1 (forgotten), 2 (hard), 3 (good) or 4 (easy).</source>
        <translation>评分为 1（忘了）、2（吃力）、3（不错）或 4（轻松）。</translation>
    </message>
    <message>
        <source>There is a skill “%1” already. Choose another name.</source>
        <translation>已经有名为“%1”的技能。请换一个名称。</translation>
    </message>
    <message>
        <source>This skill is gone. Load the skills anew.</source>
        <translation>这项技能已不存在。请重新载入技能。</translation>
    </message>
    <message>
        <source>There is no skill %1.</source>
        <translation>没有编号为 %1 的技能。</translation>
    </message>
    <message>
        <source>There is no item %1.</source>
        <translation>没有编号为 %1 的学习内容。</translation>
    </message>
    <message>
        <source>There is no item %1. See: kairos learn items</source>
        <translation>没有编号为 %1 的学习内容。请看：kairos learn items</translation>
    </message>
    <message>
        <source>There is no card %1. See: kairos learn cards</source>
        <translation>没有编号为 %1 的卡片。请看：kairos learn cards</translation>
    </message>
    <message>
        <source>There is no skill “%1”. See: kairos learn skills</source>
        <translation>没有名为“%1”的技能。请看：kairos learn skills</translation>
    </message>
    <message>
        <source>This document is no longer indexed. Choose another one.</source>
        <translation>这份文档已不在索引中。请选另一份。</translation>
    </message>
    <message>
        <source>Name the skill in 1 to %1 characters.</source>
        <translation>请用 1 到 %1 个字符为技能命名。</translation>
    </message>
    <message>
        <source>A weight is 1 (matters little) to %1 (matters most).</source>
        <translation>权重为 1（不太重要）到 %1（最重要）。</translation>
    </message>
    <message>
        <source>A limit is %1 minutes a week or more, 0 for none.</source>
        <translation>上限为每周 %1 分钟或更多，0 表示不限。</translation>
    </message>
    <message>
        <source>Name what is learned with, in at most %1 characters.</source>
        <translation>请为学习内容命名，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Say about how many minutes it takes, 1 or more.</source>
        <translation>请说明大约需要多少分钟，至少 1 分钟。</translation>
    </message>
    <message>
        <source>A question has 1 to %1 characters and an answer 1 to %2. Shorten it.</source>
        <translation>问题可有 1 到 %1 个字符，答案可有 1 到 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>A week of learning has %1 minutes to %2 hours.</source>
        <translation>一周的学习为 %1 分钟到 %2 小时。</translation>
    </message>
    <message>
        <source>This plan is of another week. Make a new one: kairos learn plan</source>
        <translation>这是另一周的安排。请重新制定：kairos learn plan</translation>
    </message>
    <message>
        <source>There is nothing to plan yet. Add a skill first: kairos learn add NAME</source>
        <translation>还没有可安排的内容。请先添加技能：kairos learn add NAME</translation>
    </message>
    <message>
        <source>That letter suggests nothing.</source>
        <translation>那封信没有建议。</translation>
    </message>
    <message>
        <source>That letter&apos;s suggestion was answered already.</source>
        <translation>那封信的建议已经答复过了。</translation>
    </message>
    <message>
        <source>There is no letter of the week from %1. See: kairos letter list</source>
        <translation>没有从 %1 开始那一周的信件。参见：kairos letter list</translation>
    </message>
    <message>
        <source>There is no letter of the week from %1 any more.</source>
        <translation>从 %1 开始那一周的信件已经不在了。</translation>
    </message>
    <message>
        <source>keys.json is not of the same profile as its copy backups/keys.json, and what was given opens the database by neither. Put back the keys.json of this profile.</source>
        <translation>keys.json 与它的副本 backups/keys.json 不属于同一份数据，所给的内容用哪一个都打不开数据库。请放回这份数据自己的 keys.json。</translation>
    </message>
    <message>
        <source>%1 says that a change of the key was cut off, and this profile&apos;s key never began one; the database is not encrypted. Somebody may have put both there. Put back the keys.json and the database of this profile.</source>
        <translation>%1 说有一次更换密钥被中断，但这份数据的密钥从未开始过更换；数据库没有加密。可能有人把两者放在了那里。请放回这份数据自己的 keys.json 和数据库。</translation>
    </message>
    <message>
        <source>keys.json says that a change of the key was cut off, and this profile&apos;s key never began one. Nothing was changed. Put back the keys.json and the database of this profile.</source>
        <translation>keys.json 说有一次更换密钥被中断，但这份数据的密钥从未开始过更换。什么都没有更改。请放回这份数据自己的 keys.json 和数据库。</translation>
    </message>
    <message>
        <source>It is encrypted already. What opens it: kairos keys list</source>
        <translation>数据已经加密。用什么打开：kairos keys list</translation>
    </message>
    <message>
        <source>That is not the passphrase of this profile. To keep the passphrase, give it; or remove it first: kairos keys remove passphrase</source>
        <translation>这不是这份数据的密码短语。要保留密码短语，请输入它；或者先把它移除：kairos keys remove passphrase</translation>
    </message>
    <message>
        <source>This profile is not encrypted. Encrypt it first.</source>
        <translation>这份数据没有加密。请先加密。</translation>
    </message>
    <message>
        <source>Choose the keyring, a passphrase, or both.</source>
        <translation>请选择密钥环、密码短语，或两者都选。</translation>
    </message>
    <message>
        <source>There is no such slot. What there is: kairos keys list</source>
        <translation>没有这种打开方式。查看现有方式：kairos keys list</translation>
    </message>
    <message>
        <source>This is the last way to open the profile. Add another one first.</source>
        <translation>这是打开数据的最后一种方式。请先添加另一种。</translation>
    </message>
    <message>
        <source>keys.json holds another key than the one the database has. Put back a backup of it.</source>
        <translation>keys.json 中的密钥与数据库的不同。请放回它的备份。</translation>
    </message>
    <message>
        <source>Backups still have the key from before, and the keyring does not open it. Give its passphrase or recovery code in a file: kairos keys finish --passphrase-file FILE</source>
        <translation>备份仍使用原来的密钥，而密钥环打不开它。请用文件给出它的密码短语或恢复码：kairos keys finish --passphrase-file FILE</translation>
    </message>
    <message>
        <source>A recovery code has %1 letters and digits; this one has %2.</source>
        <translation>恢复码有 %1 个字母和数字，而这个有 %2 个。</translation>
    </message>
    <message>
        <source>There is a typing error in the recovery code. Compare it with what you kept.</source>
        <translation>恢复码有输入错误。请与你保存的对照。</translation>
    </message>
    <message>
        <source>“%1” stands in no recovery code. Compare it with what you kept.</source>
        <translation>恢复码中没有“%1”。请与你保存的对照。</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>密码短语是空的。</translation>
    </message>
    <message>
        <source>A passphrase can have %1 MB at most.</source>
        <translation>密码短语最多 %1 MB。</translation>
    </message>
    <message>
        <source>The passphrase file %1 cannot be read: %2.</source>
        <translation>无法读取密码短语文件 %1：%2。</translation>
    </message>
    <message>
        <source>The passphrase file %1 is no text in UTF-8. Save it as UTF-8.</source>
        <translation>密码短语文件 %1 不是 UTF-8 文本。请存为 UTF-8。</translation>
    </message>
    <message>
        <source>The passphrase file %1 is empty. Write the passphrase into its first line.</source>
        <translation>密码短语文件 %1 是空的。请把密码短语写在第一行。</translation>
    </message>
    <message>
        <source>Others can read the passphrase file %1. Close it to them first: chmod 600 %2</source>
        <translation>其他用户能读取密码短语文件 %1。请先禁止：chmod 600 %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. It holds the wrapped key.</source>
        <translation>无法读取 %1：%2。其中存有封装的密钥。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Kairos. Install that version; it was left as it is.</source>
        <translation>%1 由更新版本的 Kairos 写成，未作改动。请安装那个版本。</translation>
    </message>
    <message>
        <source>%1 is damaged; it holds the wrapped key of the encrypted profile. Put it back from a backup of yours, or from backups/keys.json in the same folder.</source>
        <translation>%1 已损坏；其中存有加密数据的封装密钥。请从你的备份，或同一文件夹里的 backups/keys.json 放回。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Nothing was changed.</source>
        <translation>无法写入 %1：%2。未作任何改动。</translation>
    </message>
    <message>
        <source>That does not open this profile.</source>
        <translation>这不能打开你的数据。</translation>
    </message>
    <message>
        <source>The installed cryptography cannot do argon2id. Install Kairos again.</source>
        <translation>已安装的 cryptography 不支持 argon2id。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>The keyring of this computer does not keep what it is given.</source>
        <translation>这台电脑的密钥环没有保存交给它的内容。</translation>
    </message>
    <message>
        <source>This system has no keyring that Kairos knows.</source>
        <translation>这个系统没有 Kairos 认识的密钥环。</translation>
    </message>
    <message>
        <source>No keyring (Secret Service) runs in this session.</source>
        <translation>这个会话中没有运行密钥环（Secret Service）。</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>密钥环已锁定。请解锁后再试。</translation>
    </message>
    <message>
        <source>%1 is set as the keyring of Python programs. Kairos uses only the operating system&apos;s own.</source>
        <translation>Python 程序的密钥环设成了 %1。Kairos 只用操作系统自带的。</translation>
    </message>
    <message>
        <source>The keyring of this computer cannot be used (%1).</source>
        <translation>无法使用这台电脑的密钥环（%1）。</translation>
    </message>
    <message>
        <source>Nothing opens this profile.</source>
        <translation>没有什么能打开这份数据。</translation>
    </message>
    <message>
        <source>No keyring opens this profile.</source>
        <translation>没有密钥环能打开这份数据。</translation>
    </message>
    <message>
        <source>The keyring of this computer no longer has the entry of this profile.</source>
        <translation>这台电脑的密钥环里已没有这份数据的条目。</translation>
    </message>
    <message>
        <source>This profile has no such slot: nothing was set up that this could open.</source>
        <translation>这份数据没有设置这种打开方式。</translation>
    </message>
    <message>
        <source>The wrapped key is not the one keys.json was made for. Put back a backup of it.</source>
        <translation>封装的密钥与 keys.json 不符。请放回它的备份。</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <translation>这台电脑的密钥环没有回应。</translation>
    </message>
    <message>
        <source>The process that opens keys does not run. Install Kairos again.</source>
        <translation>打开密钥的进程无法运行。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>The key of this profile was not handed over. Start Kairos again.</source>
        <translation>这份数据的密钥没有交接。请重新启动 Kairos。</translation>
    </message>
    <message>
        <source>The database is encrypted, and %1, which holds its wrapped key, is gone. Put that file back from a backup; a recovery code or passphrase opens nothing without it. Nothing was changed.</source>
        <translation>数据库已加密，而存有其封装密钥的 %1 不见了。请从备份放回该文件；没有它，恢复码和密码短语都打不开。未作任何改动。</translation>
    </message>
    <message>
        <source>This profile is not encrypted, and a passphrase file was named. Leave that out, or encrypt the profile with: kairos keys encrypt</source>
        <translation>这份数据没有加密，却指定了密码短语文件。请去掉它，或用 kairos keys encrypt 加密数据。</translation>
    </message>
    <message>
        <source>%1 Nothing else was set up that opens this profile: get the keyring back, and try again.</source>
        <translation>%1 没有设置其他打开方式：请恢复密钥环后再试。</translation>
    </message>
    <message>
        <source>%1 Open it with %2: in the window, in a terminal, or with --passphrase-file.</source>
        <translation>%1 请用 %2 打开：在窗口中、在终端里，或用 --passphrase-file。</translation>
    </message>
    <message>
        <source>“Everything” cannot be narrowed. Leave it out, or leave out the rest.</source>
        <translation>“全部”不能再缩小范围。请去掉它，或去掉其余的条件。</translation>
    </message>
    <message>
        <source>Say what is to be erased: a time, an app, a title, a site, a document or everything.</source>
        <translation>请说明要抹去什么：一段时间、一个应用、一个标题、一个网站、一个文档，或全部。</translation>
    </message>
    <message>
        <source>An empty name would match nothing. Write the app, title, site or document after it.</source>
        <translation>空的名称匹配不到任何内容。请在后面写上应用、标题、网站或文档。</translation>
    </message>
    <message>
        <source>A part of a title needs at least two characters; fewer would match nearly everything.</source>
        <translation>标题的一部分至少需要两个字符；再少就几乎匹配一切了。</translation>
    </message>
    <message>
        <source>The time to erase ends before it begins. Name a later end.</source>
        <translation>要抹去的时间在开始之前就结束了。请选择更晚的结束时间。</translation>
    </message>
    <message>
        <source>Nothing was recorded at a time to come. Name one that is over, or leave the start out.</source>
        <translation>将来的时间还没有任何记录。请选择已经过去的时间，或不写开始时间。</translation>
    </message>
    <message>
        <source>There is nothing to look for: write the text after --prove.</source>
        <translation>没有要查找的内容：请在 --prove 后面写上文字。</translation>
    </message>
    <message>
        <source>Something still reads the old state of the database. It is finished by itself later, or the next time Kairos starts.</source>
        <translation>还有程序在读取数据库的旧状态。稍后或下次启动 Kairos 时会自动完成。</translation>
    </message>
    <message>
        <source>A file cannot be removed: %1. It is tried again later.</source>
        <translation>有一个文件无法删除：%1。稍后会再试。</translation>
    </message>
    <message>
        <source>A limit is 0, for ever, to %1 days.</source>
        <translation>期限为 0（永远）到 %1 天。</translation>
    </message>
    <message>
        <source>Nothing is dropped before you have seen what that would be and agreed: kairos retention preview, then kairos retention agree.</source>
        <translation>在看过会丢弃什么并同意之前，什么都不会丢弃：先运行 kairos retention preview，再运行 kairos retention agree。</translation>
    </message>
    <message>
        <source>This needs the data to itself, and the %1 does not end. Try again in a minute.</source>
        <translation>这需要独占数据，而 %1 没有结束。请过一分钟再试。</translation>
    </message>
    <message>
        <source>There is no such backup any more. List them with: kairos backup list</source>
        <translation>这个备份已不存在。列出备份：kairos backup list</translation>
    </message>
    <message>
        <source>This backup was made by a newer Kairos. Install that again to go back to it.</source>
        <translation>这个备份由更新版本的 Kairos 创建。请重新安装该版本，才能回到这个备份。</translation>
    </message>
    <message>
        <source>Another process has been making a backup for too long. Try again in a minute.</source>
        <translation>另一个进程正在备份，耗时过长。请一分钟后再试。</translation>
    </message>
    <message>
        <source>This needs the data to itself, and the window of Kairos is open. Close it and try again.</source>
        <translation>此操作需要独占数据，而 Kairos 的窗口正打开着。请关闭窗口后再试。</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which is not there. Mount the disk it lies on. If that is lost, remove the link and open Kairos again: the newest backup takes its place.</source>
        <translation>%1 是指向 %2 的链接，而后者不存在。请挂载它所在的磁盘。如果该磁盘已丢失，请删除此链接并重新打开 Kairos：最新的备份会取代它。</translation>
    </message>
    <message>
        <source>%1 is gone or empty. Its newest backup takes its place as soon as nothing else has the data open: close the window of Kairos, then: kairos backup restore newest</source>
        <translation>%1 不见了或是空的。一旦没有别的程序打开数据，最新的备份就会取代它：请关闭 Kairos 的窗口，然后运行：kairos backup restore newest</translation>
    </message>
    <message>
        <source>%1 is gone or empty, and no backup in %2 is whole and opens with the key of this profile. Put the file back; to begin anew, move that folder away.</source>
        <translation>%1 不见了或是空的，而 %2 中没有一份完整且能用此配置的密钥打开的备份。请把该文件放回；如要重新开始，请把那个文件夹移走。</translation>
    </message>
    <message>
        <source>The window of Kairos is open already. Bring it to the front by hand.</source>
        <translation>Kairos 的窗口已经打开。请手动把它切到前面。</translation>
    </message>
    <message>
        <source>%1 is no file that Kairos wrote. Move it away, and share again.</source>
        <translation>%1 不是 Kairos 写的文件。请把它移走，再分享。</translation>
    </message>
    <message>
        <source>Another Kairos is sharing at this moment. Try again when it is done.</source>
        <translation>另一个 Kairos 正在分享。等它完成后再试。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. What is spent must be noted before anything is shared, so nothing was.</source>
        <translation>%1 无法写入：%2。分享前必须先记下花费，所以什么也没有分享。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is not there, no ordinary file, or not yours to read.</source>
        <translation>%1 无法读取：它不存在、不是普通文件，或你无权读取。</translation>
    </message>
    <message>
        <source>%1 is too large to be a shared week. Ask for the file anew.</source>
        <translation>%1 太大，不可能是分享的一周。请重新索要文件。</translation>
    </message>
    <message>
        <source>%1 is no shared week of Kairos.</source>
        <translation>%1 不是 Kairos 分享的一周。</translation>
    </message>
    <message>
        <source>%1 is of version %2; this Kairos reads version %3. Update it.</source>
        <translation>%1 的版本是 %2；这个 Kairos 只能读版本 %3。请更新 Kairos。</translation>
    </message>
    <message>
        <source>%1 was changed or cut off on the way: its checksum is not right. Ask for it anew.</source>
        <translation>%1 在途中被改动或截断：校验和不对。请重新索要。</translation>
    </message>
    <message>
        <source>%1 is not written as Kairos writes a shared week. Ask for it anew.</source>
        <translation>%1 的写法与 Kairos 分享的一周不符。请重新索要。</translation>
    </message>
    <message>
        <source>What was spent on the data of %1 can no longer be told: records of it are missing. Nothing more of that month or earlier ones is shared with noise; later months are not touched by it.</source>
        <translation>%1 的数据已花费多少无法再得知：缺少记录。该月及更早的月份不再加噪声分享；之后的月份不受影响。</translation>
    </message>
    <message>
        <source>The budget of %1 does not last: %2 of %3 is spent, and this costs %4. What was made before can be written again at no cost.</source>
        <translation>%1 的预算不够：%3 中已用 %2，而这次要花 %4。以前制作的可以再写一次，不花预算。</translation>
    </message>
    <message>
        <source>This week is not over yet. Share it when it is, or choose an earlier one.</source>
        <translation>这一周还没结束。等它结束后再分享，或选更早的一周。</translation>
    </message>
    <message>
        <source>Nothing was recorded yet when this week ended. Choose a later one.</source>
        <translation>这一周结束时还没有任何记录。请选择更晚的一周。</translation>
    </message>
    <message>
        <source>Of this week only totals of days are kept. Choose a later one.</source>
        <translation>这一周只保留了每天的总计。请选更晚的一周。</translation>
    </message>
    <message>
        <source>Sharing is off. Turn it on in Settings, under Sharing, or with: kairos share on</source>
        <translation>分享已关闭。请在“设置”的“分享”里打开，或运行：kairos share on</translation>
    </message>
    <message>
        <source>For each of six groups how many minutes of the week it took, with random noise added.</source>
        <translation>六个组各自一周用了多少分钟，并加了随机噪声。</translation>
    </message>
    <message>
        <source>Beside each figure the range that holds the true one 19 times out of 20.</source>
        <translation>每个数字旁边的范围，20 次里有 19 次包含真实值。</translation>
    </message>
    <message>
        <source>The first and the last day of the week, the kind of file, its epsilon and a checksum.</source>
        <translation>一周的第一天和最后一天、文件种类、ε 和校验和。</translation>
    </message>
    <message>
        <source>For each of six groups and each part of the day how long it took in the week, in quarter-hours.</source>
        <translation>六个组在一天各时段里，一周用了多久，按刻钟计。</translation>
    </message>
    <message>
        <source>The first and the last day of the week, the kind of file and a checksum.</source>
        <translation>一周的第一天和最后一天、文件种类和校验和。</translation>
    </message>
    <message>
        <source>Titles, sites, apps, documents, paths, projects, tags, and the names of categories.</source>
        <translation>标题、网站、应用、文档、路径、项目、标签，以及类别的名称。</translation>
    </message>
    <message>
        <source>Who you are, which computer this is, and in which time zone you live.</source>
        <translation>你是谁、这是哪台电脑、你在哪个时区。</translation>
    </message>
    <message>
        <source>Moments: when anything began or ended, and on which day it was.</source>
        <translation>时刻：什么事何时开始、何时结束、在哪一天。</translation>
    </message>
    <message>
        <source>What is personal, a distraction, or in no group: all that is “other”.</source>
        <translation>哪些是个人的、分心的或不属于任何组：都算作“其他”。</translation>
    </message>
    <message>
        <source>It does not hide the overall pattern: whoever reads it learns about how much of the week each group took.</source>
        <translation>它不隐藏总体规律：读到它的人会大致知道一周里每个组占了多少。</translation>
    </message>
    <message>
        <source>It hides what one quarter-hour held, not a day: to hide 8 hours, 8 hours would be off by 139 %. Not offered.</source>
        <translation>它隐藏的是某一刻钟的内容，而不是一整天：要隐藏 8 小时，8 小时的数字就会偏离 139 %，所以不提供。</translation>
    </message>
    <message>
        <source>Each further file of the same time tells more; the budget of a month bounds how much.</source>
        <translation>同一段时间每多一个文件就多透露一些；每月预算限定了多少。</translation>
    </message>
    <message>
        <source>Where a rounded file of the same week was given away too, the noise hides nothing.</source>
        <translation>如果同一周的取整文件也交了出去，噪声就什么也藏不住。</translation>
    </message>
    <message>
        <source>This is no mathematical promise: whoever knows enough about your week may learn what a quarter-hour held.</source>
        <translation>这不是数学上的保证：足够了解你这一周的人可能得知某一刻钟的内容。</translation>
    </message>
    <message>
        <source>Figures are true to the quarter-hour; only those under an hour are withheld.</source>
        <translation>数字精确到一刻钟；只有不到一小时的不写。</translation>
    </message>
    <message>
        <source>Two such files of one week, before and after a change, tell what was changed.</source>
        <translation>同一周改动前后的两个这样的文件，会透露改了什么。</translation>
    </message>
    <message>
        <source>The process that masks figures does not answer. Try again.</source>
        <translation>遮盖数字的进程没有回应。请再试一次。</translation>
    </message>
    <message>
        <source>The process that masks figures does not run. Install Kairos again.</source>
        <translation>遮盖数字的进程无法运行。请重新安装 Kairos。</translation>
    </message>
    <message>
        <source>Name the files that people gave you.</source>
        <translation>请指定大家交给你的文件。</translation>
    </message>
    <message>
        <source>“%1” is of the kind “%2”; wanted is %3.</source>
        <translation>“%1”的种类是“%2”；需要的是 %3。</translation>
    </message>
    <message>
        <source>“%1” is of another round than “%2”.</source>
        <translation>“%1”和“%2”不是同一轮的。</translation>
    </message>
    <message>
        <source>“%1” is the same as “%2”: a file counts once. Leave one out.</source>
        <translation>“%1”和“%2”相同：一个文件只算一次。请去掉一个。</translation>
    </message>
    <message>
        <source>“%1” and “%2” are both of %3 and differ. Ask %4 which of them to use.</source>
        <translation>“%1”和“%2”都是 %3 的，但不相同。请问 %4 用哪个。</translation>
    </message>
    <message>
        <source>“%1” was made from another version of the file before it. Ask for it anew.</source>
        <translation>“%1”是根据上一个文件的另一版本制作的。请重新索要。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: it is missing, a link, a folder or a device. Name the file itself.</source>
        <translation>“%1”无法读取：它不存在，或是链接、文件夹、设备。请指定文件本身。</translation>
    </message>
    <message>
        <source>“%1” is larger than any file of a round can be.</source>
        <translation>“%1”比任何一轮的文件都大。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it does not say its version. Ask for it again.</source>
        <translation>“%1”已损坏：没有写明版本。请重新索要。</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Kairos. Bring this one up to date, then try again.</source>
        <translation>“%1”是更新的 Kairos 制作的。请先更新 Kairos 再试。</translation>
    </message>
    <message>
        <source>“%1” was changed after it was made, or is not whole. Ask for it again.</source>
        <translation>“%1”在制作后被改动过，或不完整。请重新索要。</translation>
    </message>
    <message>
        <source>“%1” is not a file of team figures.</source>
        <translation>“%1”不是团队汇总的文件。</translation>
    </message>
    <message>
        <source>“%1” is not a file of a round that this Kairos understands. Ask for it again.</source>
        <translation>“%1”不是这个 Kairos 能理解的一轮的文件。请重新索要。</translation>
    </message>
    <message>
        <source>A round is for %1 to %2 people.</source>
        <translation>一轮需要 %1 到 %2 人。</translation>
    </message>
    <message>
        <source>The list of members is closed, with others than these. Begin another round to add people.</source>
        <translation>名单已经确定，与这些人不同。要加人，请另发起一轮。</translation>
    </message>
    <message>
        <source>The list of members is not closed yet: kairos share team close</source>
        <translation>名单还没有确定：kairos share team close</translation>
    </message>
    <message>
        <source>“%1” and “%2” are both of a %3. If they are two people, one of them joins in again under another name.</source>
        <translation>“%1”和“%2”都叫 %3。如果是两个人，请其中一人换个名字重新加入。</translation>
    </message>
    <message>
        <source>“%1” of %2 came after the request was written; it cannot be counted. Leave it out.</source>
        <translation>%2 的“%1”在请求写好之后才到，不能计入。请去掉它。</translation>
    </message>
    <message>
        <source>“%1” is not the contribution of %2 that the request was written for.</source>
        <translation>“%1”不是请求所针对的 %2 的数字。</translation>
    </message>
    <message>
        <source>%1 joined; a round takes %2 to %3 people.</source>
        <translation>有 %1 人加入；一轮需要 %2 到 %3 人。</translation>
    </message>
    <message>
        <source>Only %1 contributed; sums need %2.</source>
        <translation>只有 %1 人交了数字；求和需要 %2 人。</translation>
    </message>
    <message>
        <source>This answer is of somebody who was not asked.</source>
        <translation>这个回答来自没有被询问的人。</translation>
    </message>
    <message>
        <source>This file is of another round.</source>
        <translation>这个文件属于另一轮。</translation>
    </message>
    <message>
        <source>This file is of another week.</source>
        <translation>这个文件属于另一周。</translation>
    </message>
    <message>
        <source>This file was made for another version of the file before it. Ask for it to be made again.</source>
        <translation>这个文件是针对上一个文件的另一版本制作的。请让对方重新制作。</translation>
    </message>
    <message>
        <source>You are not on this list of members. Ask the lead whether your file arrived.</source>
        <translation>你不在这份名单上。请问发起人是否收到了你的文件。</translation>
    </message>
    <message>
        <source>This list belongs to another first file than the one you joined with. Do not use it.</source>
        <translation>这份名单对应的邀请与你加入时的不同。不要使用它。</translation>
    </message>
    <message>
        <source>A “%1” is for the lead to combine. Give it to the lead.</source>
        <translation>“%1”要由发起人合并。请交给发起人。</translation>
    </message>
    <message>
        <source>The week of this round ends on %1. Contribute afterwards.</source>
        <translation>这一轮的那一周在 %1 结束。请在那之后再交。</translation>
    </message>
    <message>
        <source>You contributed nothing to this round, so there is nothing to answer.</source>
        <translation>你没有给这一轮交过数字，所以没有可回答的。</translation>
    </message>
    <message>
        <source>The contribution that stands in this request for you is not the one you made. Tell the others.</source>
        <translation>这个请求里写着的你的数字不是你交的那份。请告诉其他人。</translation>
    </message>
    <message>
        <source>You are not on this list of members.</source>
        <translation>你不在这份名单上。</translation>
    </message>
    <message>
        <source>This list of members holds other keys for you than you gave. Do not use it, and tell the others.</source>
        <translation>这份名单里你的密钥与你给出的不同。不要使用它，并告诉其他人。</translation>
    </message>
    <message>
        <source>The list of members holds a key that protects nothing. Do not use it.</source>
        <translation>名单里有一个不起保护作用的密钥。不要使用它。</translation>
    </message>
    <message>
        <source>This file was not made by %1, or was changed afterwards. Ask %2 for it again.</source>
        <translation>这个文件不是 %1 制作的，或之后被改动过。请向 %2 重新索要。</translation>
    </message>
    <message>
        <source>This file holds a key that protects nothing. Do not use it.</source>
        <translation>这个文件里有一个不起保护作用的密钥。不要使用它。</translation>
    </message>
    <message>
        <source>Of this week only totals of days are kept; it cannot be contributed.</source>
        <translation>这一周只保留了每天的总计，不能交出。</translation>
    </message>
    <message>
        <source>This request asks for both masks of %1, which would show their figures. Do not answer it.</source>
        <translation>这个请求索要 %1 的两层遮盖，那样会暴露其数字。不要回答。</translation>
    </message>
    <message>
        <source>This request does not speak of the people of the list of members. Ask the lead for another.</source>
        <translation>这个请求说的不是名单上的人。请向发起人要另一个。</translation>
    </message>
    <message>
        <source>Only %1 contributed; sums need %2. This request is not answered.</source>
        <translation>只有 %1 人交了数字；求和需要 %2 人。这个请求不予回答。</translation>
    </message>
    <message>
        <source>%1 answers are there; the sums need %2.</source>
        <translation>已有 %1 个回答；求和需要 %2 个。</translation>
    </message>
    <message>
        <source>The answers do not fit together: one was made by a changed program. Leave out one after the other.</source>
        <translation>这些回答合不到一起：其中一个是改过的程序做的。请逐个去掉试试。</translation>
    </message>
    <message>
        <source>What %1 gave for you was changed on the way. Tell the lead and %2.</source>
        <translation>%1 给你的内容在途中被改动过。请告诉发起人和 %2。</translation>
    </message>
    <message>
        <source>A file of the kind “%1” is wanted here; this one is a “%2”.</source>
        <translation>这里需要“%1”种类的文件；这个是“%2”。</translation>
    </message>
    <message>
        <source>A name has 1 to %1 characters.</source>
        <translation>名字有 1 到 %1 个字符。</translation>
    </message>
    <message>
        <source>This file of the kind “%1” holds what such a file never does. Do not use it.</source>
        <translation>这个“%1”种类的文件里有不该有的内容。不要使用它。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation>“%1”无法写入：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name; nothing is overwritten.</source>
        <translation>“%1”已经存在。请换个名字；不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>The file changed since you looked at it. Look at it again.</source>
        <translation>你看过之后文件变了。请再看一次。</translation>
    </message>
    <message>
        <source>There is no round of that number, or more than one. See them: kairos share team show</source>
        <translation>没有这个编号的轮次，或不止一个。查看：kairos share team show</translation>
    </message>
    <message>
        <source>Epsilon lies above 0 and up to 10; the cap from a quarter of an hour to a week.</source>
        <translation>ε 大于 0，最大 10；上限从一刻钟到一周。</translation>
    </message>
    <message>
        <source>Files of who joins are not combined with others. Leave them out.</source>
        <translation>加入文件不和其他文件合并。请去掉它们。</translation>
    </message>
    <message>
        <source>This is the file you made yourself. Give it to the lead.</source>
        <translation>这是你自己制作的文件。请交给发起人。</translation>
    </message>
    <message>
        <source>This round went on meanwhile. Try again.</source>
        <translation>这一轮在此期间有了进展。请再试一次。</translation>
    </message>
    <message>
        <source>These files are of a round that was not begun in this profile.</source>
        <translation>这些文件属于不是从这里发起的一轮。</translation>
    </message>
    <message>
        <source>The keys of this round are wiped: it is over, was forgotten, or what it was of was erased.</source>
        <translation>这一轮的密钥已抹掉：它已结束、被忘掉，或相关内容已被删除。</translation>
    </message>
    <message>
        <source>Sharing is off. Turn it on in Settings &gt; Sharing, or with: kairos share on</source>
        <translation>分享已关闭。请在“设置”的“分享”里打开，或运行：kairos share on</translation>
    </message>
    <message>
        <source>You answered another request of this round. A second answer could take the masks off single people.</source>
        <translation>你已回答过这一轮的另一个请求。再回答一次可能揭开单个人的遮盖。</translation>
    </message>
    <message>
        <source>Figures of this week went into another round. Two sums over nearly the same people could tell one apart.</source>
        <translation>这一周的数字已交给另一轮。几乎同一批人的两个总和可能区分出某个人。</translation>
    </message>
    <message>
        <source>Your contribution is not among those of this request; nothing is asked of you.</source>
        <translation>你的数字不在这个请求之中；不需要你做什么。</translation>
    </message>
    <message>
        <source>You did not join this round, or not with this file. Take its first file, join, and ask for a new list.</source>
        <translation>你没有加入这一轮，或不是凭这个文件。请用它的邀请加入，再要一份新名单。</translation>
    </message>
    <message>
        <source>No titles, no names of programs, documents or sites, no paths, no days and no times of day.</source>
        <translation>没有标题，没有程序、文档或网站的名称，没有路径，没有日期和时刻。</translation>
    </message>
    <message>
        <source>None of your own categories: what is not one of the fixed groups counts as other.</source>
        <translation>没有你自己的类别：不属于固定组的都算作其他。</translation>
    </message>
    <message>
        <source>The round&apos;s name and week, the groups that are added up, and how many people you expect.</source>
        <translation>这一轮的名称和那一周、要相加的组，以及你预计的人数。</translation>
    </message>
    <message>
        <source>The rules of the noise, and a public key. No figures.</source>
        <translation>噪声的规则和一个公钥。没有数字。</translation>
    </message>
    <message>
        <source>The name you give here, and two public keys made for this round. No figures.</source>
        <translation>你在这里填的名字，和为这一轮制作的两个公钥。没有数字。</translation>
    </message>
    <message>
        <source>The names and public keys of all who joined. No figures.</source>
        <translation>所有加入者的名字和公钥。没有数字。</translation>
    </message>
    <message>
        <source>Your time of the week in each group, under masks: alone it cannot be told from random numbers.</source>
        <translation>你这一周在各组的时间，加了遮盖：单独看与随机数无法区分。</translation>
    </message>
    <message>
        <source>Shares of the masks, sealed for the other members, so that the sum works out without those who drop out.</source>
        <translation>遮盖的份额，为其他成员密封，这样有人退出也能求出总和。</translation>
    </message>
    <message>
        <source>Who contributed and who did not, and the sealed shares that take the masks off the sum. No figures.</source>
        <translation>谁交了、谁没交，以及从总和上去掉遮盖的密封份额。没有数字。</translation>
    </message>
    <message>
        <source>Shares of masks, sealed for the lead: those that take the masks off the sum over all. No figures.</source>
        <translation>为发起人密封的遮盖份额：只用于去掉总和上的遮盖。没有数字。</translation>
    </message>
    <message>
        <source>The sums over all who contributed, and the names of these.</source>
        <translation>所有交出者的总和，以及他们的名字。</translation>
    </message>
    <message>
        <source>Nobody sees your own figures, the lead neither.</source>
        <translation>没有人看到你自己的数字，发起人也看不到。</translation>
    </message>
    <message>
        <source>The sums show what all of you together did; in a small or uniform team that tells something of everyone.</source>
        <translation>总和显示你们一起做了什么；在小的或很相似的团队里，这会透露每个人的一些情况。</translation>
    </message>
    <message>
        <source>The names of who contributed and who did not are seen by the lead and by those who contributed.</source>
        <translation>谁交了、谁没交，发起人和交出者都看得到名字。</translation>
    </message>
    <message>
        <source>Compare the list&apos;s fingerprint with the others by voice: a lead who made up members could see you through.</source>
        <translation>请当面或通话与其他人核对名单指纹：编造成员的发起人可能看穿你。</translation>
    </message>
    <message>
        <source>A lead together with two thirds of the members could take your masks off.</source>
        <translation>发起人若与三分之二的成员联手，就能揭开你的遮盖。</translation>
    </message>
    <message>
        <source>Noise blurs what your week adds to the sums, as far as epsilon says; what several weeks tell adds up.</source>
        <translation>噪声在 ε 的程度内模糊你这一周对总和的影响；多周透露的会累加。</translation>
    </message>
    <message>
        <source>What you recorded beyond the round&apos;s cap of hours is not counted.</source>
        <translation>超过这一轮小时上限的部分不计入。</translation>
    </message>
    <message>
        <source>There are too few people for noise: figures are rounded, and that promises nothing mathematical.</source>
        <translation>人数太少，不加噪声：数字只是取整，这不是数学上的保证。</translation>
    </message>
    <message>
        <source>Your name, and that you take part, is seen by all members.</source>
        <translation>你的名字和你参加这件事，所有成员都看得到。</translation>
    </message>
    <message>
        <source>Give this file to everybody who may take part, and collect the files they make of it.</source>
        <translation>把这个文件交给每个可以参加的人，再收回他们据此制作的文件。</translation>
    </message>
    <message>
        <source>Give this file to the lead.</source>
        <translation>把这个文件交给发起人。</translation>
    </message>
    <message>
        <source>Give this file to everybody on the list. Compare the fingerprint by voice, then contribute.</source>
        <translation>把这个文件交给名单上的每个人。先当面或通话核对指纹，再交出数字。</translation>
    </message>
    <message>
        <source>Give this file to everybody who contributed, and collect their answers.</source>
        <translation>把这个文件交给每个交了数字的人，再收回他们的回答。</translation>
    </message>
    <message>
        <source>Give this file to the lead. Your keys of this round are wiped.</source>
        <translation>把这个文件交给发起人。你这一轮的密钥已抹掉。</translation>
    </message>
    <message>
        <source>These are the sums. The keys of this round are wiped.</source>
        <translation>这就是总和。这一轮的密钥已抹掉。</translation>
    </message>
    <message>
        <source>Wait for those who are missing, or go on without them: later they cannot be counted.</source>
        <translation>等待缺席的人，或不等他们继续：之后就不能再计入他们。</translation>
    </message>
    <message>
        <source>Collect more answers.</source>
        <translation>请再收集一些回答。</translation>
    </message>
    <message>
        <source>The line “kind = …” has to stand by itself at the top. Write it so, and seal it again.</source>
        <translation>“kind = …”这一行必须单独写在开头。请改好后重新封装。</translation>
    </message>
    <message>
        <source>This is no pack: line %1 of it is not TOML.</source>
        <translation>这不是资料包：它的第 %1 行不是 TOML。</translation>
    </message>
    <message>
        <source>This is no pack: it is not TOML.</source>
        <translation>这不是资料包：它不是 TOML 文件。</translation>
    </message>
    <message>
        <source>This is no pack: it is not TOML (%1).</source>
        <translation>这不是资料包：它不是 TOML（%1）。</translation>
    </message>
    <message>
        <source>This is no pack of a kind known here: it must say “format = %1” and “kind = …”. A newer Kairos may have written it.</source>
        <translation>这不是此处认识的资料包：其中必须写有“format = %1”和“kind = …”。它可能由更新的 Kairos 写成。</translation>
    </message>
    <message>
        <source>A pack is of %1; this one says another kind. A newer Kairos may know it.</source>
        <translation>资料包的种类有 %1；这一个写的是别的种类。更新的 Kairos 可能认识它。</translation>
    </message>
    <message>
        <source>This is no pack: something in it is nested far too deep.</source>
        <translation>这不是资料包：其中的内容嵌套过深。</translation>
    </message>
    <message>
        <source>“%1” of a pack is a text of at most %2 characters on one line, all of them seen.</source>
        <translation>资料包的“%1”是一行文字，最多 %2 个字符，且都要看得见。</translation>
    </message>
    <message>
        <source>“%1” is nothing a pack says. Remove it, or write [[…]] items.</source>
        <translation>资料包里没有“%1”这种内容。请删去，或写成 [[…]] 条目。</translation>
    </message>
    <message>
        <source>This pack has %1 items; at most %2 can be taken at once.</source>
        <translation>这个资料包有 %1 个条目；一次最多收入 %2 个。</translation>
    </message>
    <message>
        <source>“repeats” of a template has no UNTIL and no COUNT.</source>
        <translation>模板的“repeats”不能有 UNTIL 或 COUNT。</translation>
    </message>
    <message>
        <source>A pack of blocks holds flexible blocks and blocks that repeat.</source>
        <translation>时段包里只有灵活时段和重复的时段。</translation>
    </message>
    <message>
        <source>No such block repeats or is flexible: “%1”.</source>
        <translation>没有这样的重复或灵活时段：“%1”。</translation>
    </message>
    <message>
        <source>A reading list holds things to read.</source>
        <translation>阅读清单里只有要读的东西。</translation>
    </message>
    <message>
        <source>A learning plan holds skills and what they are learned with.</source>
        <translation>学习计划里只有技能及其学习材料。</translation>
    </message>
    <message>
        <source>“level” is a number from 0 to %1.</source>
        <translation>“level”是 0 到 %1 的数。</translation>
    </message>
    <message>
        <source>“%1” is not known here. A newer Kairos may have written it.</source>
        <translation>这里不认识“%1”。它可能由更新的 Kairos 写成。</translation>
    </message>
    <message>
        <source>“%1” is a text of at most %2 characters.</source>
        <translation>“%1”是最多 %2 个字符的文字。</translation>
    </message>
    <message>
        <source>“%1” holds characters that cannot be seen. Type it anew.</source>
        <translation>“%1”含有看不见的字符。请重新输入。</translation>
    </message>
    <message>
        <source>“%1” is a whole number from %2 to %3.</source>
        <translation>“%1”是 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>“%1” is true or false.</source>
        <translation>“%1”只能是 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” is one of %2.</source>
        <translation>“%1”只能是 %2 之一。</translation>
    </message>
    <message>
        <source>“%1” is a time of day such as &quot;09:30&quot;.</source>
        <translation>“%1”是一天中的时刻，例如 &quot;09:30&quot;。</translation>
    </message>
    <message>
        <source>“%1” is a list of days out of %2.</source>
        <translation>“%1”是由 %2 中的日子组成的列表。</translation>
    </message>
    <message>
        <source>“%1” is not written as one is.</source>
        <translation>“%1”的写法不对。</translation>
    </message>
    <message>
        <source>“file” is a name without a folder.</source>
        <translation>“file”是不带文件夹的文件名。</translation>
    </message>
    <message>
        <source>“link” is an address that begins with http:// or https://, without a name or password.</source>
        <translation>“link”是以 http:// 或 https:// 开头的地址，不含用户名或密码。</translation>
    </message>
    <message>
        <source>A pack of rules holds categories and rules.</source>
        <translation>规则包里只有类别和规则。</translation>
    </message>
    <message>
        <source>No category, project or tag is called “%1”.</source>
        <translation>没有名为“%1”的类别、项目或标签。</translation>
    </message>
    <message>
        <source>There is nothing to put into this pack. Choose something first.</source>
        <translation>没有可放进这个资料包的内容。请先选择。</translation>
    </message>
    <message>
        <source>Give the pack a name of 1 to %1 characters.</source>
        <translation>请给资料包取一个 1 到 %1 个字符的名称。</translation>
    </message>
    <message>
        <source>Sharing is off, so no pack is made. Turn it on in Settings &gt; Sharing, or with: kairos share on</source>
        <translation>分享已关闭，因此不制作资料包。请在“设置 &gt; 分享”中打开，或运行：kairos share on</translation>
    </message>
    <message>
        <source>This pack is not sealed. Whoever wrote it seals it with: kairos packs seal FILE</source>
        <translation>这个资料包没有封装。请编写者运行：kairos packs seal FILE</translation>
    </message>
    <message>
        <source>This pack was changed after it was sealed, by an accident or by hand. Ask for it anew; if the change is your own, seal it again with: kairos packs seal FILE</source>
        <translation>这个资料包在封装之后被改动过，可能出于意外，也可能有人手动修改。请重新索取；如果是你自己改的，请重新封装：kairos packs seal FILE</translation>
    </message>
    <message>
        <source>What is there changed meanwhile. Look at the pack anew, and take it then.</source>
        <translation>现有内容在此期间有变。请重新查看资料包，然后再收入。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is not there, or no ordinary file.</source>
        <translation>无法读取 %1：它不存在，或不是普通文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB: it is no pack.</source>
        <translation>%1 大于 %2 MB：它不是资料包。</translation>
    </message>
    <message>
        <source>The skill “%1” is gone meanwhile. Look at the pack anew.</source>
        <translation>技能“%1”已不存在。请重新查看资料包。</translation>
    </message>
    <message>
        <source>No pack was taken in under the number %1. See: kairos packs list</source>
        <translation>没有编号为 %1 的已收入资料包。请看：kairos packs list</translation>
    </message>
    <message>
        <source>The pack “%1” is taken back already.</source>
        <translation>资料包“%1”已经撤回。</translation>
    </message>
    <message>
        <source>This block does not come within a year. Change how it repeats.</source>
        <translation>这个时段一年之内都不会出现。请更改其重复方式。</translation>
    </message>
    <message>
        <source>It stands in this pack twice.</source>
        <translation>它在这个资料包里出现了两次。</translation>
    </message>
    <message>
        <source>It names a place on your machine.</source>
        <translation>它写有你电脑上的位置。</translation>
    </message>
    <message>
        <source>There would be more than %1 rules.</source>
        <translation>规则会超过 %1 条。</translation>
    </message>
    <message>
        <source>It looks like your “%1” and is written with other letters.</source>
        <translation>它看起来与你的“%1”一样，却是用别的字母写的。</translation>
    </message>
    <message>
        <source>A pack of this kind has no [[%1]].</source>
        <translation>这种资料包里没有 [[%1]]。</translation>
    </message>
    <message>
        <source>It is nested far too deep.</source>
        <translation>它嵌套过深。</translation>
    </message>
    <message>
        <source>Its skill is not in the pack.</source>
        <translation>它所属的技能不在资料包里。</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>它没有名称。</translation>
    </message>
    <message>
        <source>You have a block of this name that repeats otherwise. Change it in the plan, or rename it first.</source>
        <translation>你已有同名但重复方式不同的时段。请在计划中更改，或先给它改名。</translation>
    </message>
    <message>
        <source>It ends on a day or after a number of times, which is of your calendar.</source>
        <translation>它在某一天或若干次之后结束，这属于你自己的日历。</translation>
    </message>
    <message>
        <source>You changed it since, so it stays as it is.</source>
        <translation>你之后改过它，因此保持不变。</translation>
    </message>
    <message>
        <source>It is used by now, so it stays.</source>
        <translation>它已被使用，因此保留。</translation>
    </message>
    <message>
        <source>What it belonged to before is gone, so it stays as it is.</source>
        <translation>它原先所属的内容已不存在，因此保持不变。</translation>
    </message>
    <message>
        <source>A category can lie %1 deep and a name can have %2 characters.</source>
        <translation>类别最多可有 %1 层，名称最多 %2 个字符。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>无法这样做</translation>
    </message>
    <message>
        <source>This pattern cannot be used</source>
        <translation>无法使用此模式</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>无法使用数据文件夹</translation>
    </message>
    <message>
        <source>Kairos is already running</source>
        <translation>Kairos 已在运行</translation>
    </message>
    <message>
        <source>The settings cannot be used</source>
        <translation>无法使用设置</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>无法使用数据库</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The database was taken away</source>
        <translation>数据库已被移走</translation>
    </message>
    <message>
        <source>The database is busy</source>
        <translation>数据库正忙</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>无法写入数据库</translation>
    </message>
    <message>
        <source>This is not a Kairos database</source>
        <translation>这不是 Kairos 数据库</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>The data is locked</source>
        <translation>数据已锁定</translation>
    </message>
    <message>
        <source>This key does not open the data</source>
        <translation>这个密钥打不开数据</translation>
    </message>
    <message>
        <source>The data is not encrypted</source>
        <translation>数据没有加密</translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation>无法使用密钥环</translation>
    </message>
    <message>
        <source>This data is from a newer Kairos</source>
        <translation>这些数据来自更新版本的 Kairos</translation>
    </message>
    <message>
        <source>The export cannot be written</source>
        <translation>无法写入导出文件</translation>
    </message>
    <message>
        <source>This folder holds more than documents</source>
        <translation>这个文件夹里不只是文档</translation>
    </message>
    <message>
        <source>The sentence encoder cannot be used</source>
        <translation>语言模型无法使用</translation>
    </message>
    <message>
        <source>The document cannot be read</source>
        <translation>文档无法读取</translation>
    </message>
    <message>
        <source>The pack cannot be used</source>
        <translation>这个资料包无法使用</translation>
    </message>
    <message>
        <source>Nothing was found by meaning</source>
        <translation>没有按含义找到内容</translation>
    </message>
    <message>
        <source>This cannot be shared</source>
        <translation>无法分享</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>无法使用这个文件</translation>
    </message>
    <message>
        <source>Sharing is off</source>
        <translation>分享已关闭</translation>
    </message>
    <message>
        <source>Nothing is learned together</source>
        <translation>没有共同学习</translation>
    </message>
    <message>
        <source>Kairos cannot see the desktop</source>
        <translation>Kairos 无法查看桌面</translation>
    </message>
    <message>
        <source>The file cannot be imported</source>
        <translation>无法导入此文件</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>An example: the week&apos;s minutes</source>
        <translation>示例：本周的学习时间</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计学</translation>
    </message>
    <message>
        <source>A new language</source>
        <translation>一门新的外语</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>%1 a week, divided among three skills of different weight and level</source>
        <translation>每周 %1，分给权重和水平各不相同的三项技能</translation>
    </message>
    <message>
        <source>Nothing of this is stored.</source>
        <translation>这里的内容都不会保存。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What it names</source>
        <translation>包含内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Web page (HTML), one file</source>
        <translation>网页（HTML），单个文件</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)</source>
        <translation>电子表格（XLSX）</translation>
    </message>
    <message>
        <source>Table of totals (CSV)</source>
        <translation>合计表（CSV）</translation>
    </message>
    <message>
        <source>For programs (JSON)</source>
        <translation>供程序使用（JSON）</translation>
    </message>
    <message>
        <source>Calendar (ICS)</source>
        <translation>日历（ICS）</translation>
    </message>
    <message>
        <source>For data tools (Parquet)</source>
        <translation>供数据工具使用（Parquet）</translation>
    </message>
    <message>
        <source>Everything, window titles too</source>
        <translation>全部，包括窗口标题</translation>
    </message>
    <message>
        <source>Apps, projects and tags, but no titles</source>
        <translation>应用、项目和标签，不含标题</translation>
    </message>
    <message>
        <source>Categories only</source>
        <translation>仅类别</translation>
    </message>
    <message>
        <source>Name a file to write.</source>
        <translation>请填写要写入的文件。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>✓ Written: %1</source>
        <translation>✓ 已写入：%1</translation>
    </message>
</context>
<context>
    <name>FailuresPanel</name>
    <message>
        <source>Documents that could not be read</source>
        <translation>无法读取的文档</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Everything could be read</source>
        <translation>全部都已读取</translation>
    </message>
    <message>
        <source>Files that are damaged, locked with a password or too large are listed here with the reason.</source>
        <translation>损坏、设有密码或过大的文件会连同原因列在这里。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Why it could not be read</source>
        <translation>无法读取的原因</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Active time</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>Time with the computer in use, idle and locked time left out.</source>
        <translation>使用电脑的时间，不含空闲和锁定的时间。</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>上一时段：%1</translation>
    </message>
    <message>
        <source>Focus score</source>
        <translation>专注分数</translation>
    </message>
    <message>
        <source>0 to 100: how collected the time was. Long stretches in one app and few switches raise it, distracting categories lower it. Compare it with your own days, not with anybody else&apos;s.</source>
        <translation>0 到 100：时间有多集中。长时间停留在一个应用、少切换会提高分数，分心的类别会降低分数。请与自己的其他日子比较，不要与他人比较。</translation>
    </message>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>Time in categories with weight +2 in full and +1 by half, as set on the Rules page.</source>
        <translation>权重为 +2 的类别全部计入，+1 的计一半；权重在“分类规则”页设定。</translation>
    </message>
    <message>
        <source>Distraction</source>
        <translation>分心</translation>
    </message>
    <message>
        <source>Time in categories with weight −2 in full and −1 by half, as set on the Rules page.</source>
        <translation>权重为 −2 的类别全部计入，−1 的计一半；权重在“分类规则”页设定。</translation>
    </message>
    <message>
        <source>Fragmentation</source>
        <translation>碎片化</translation>
    </message>
    <message>
        <source>The share of the time that lies in stretches shorter than three minutes: the lower, the calmer.</source>
        <translation>不足三分钟的时段所占的时间比例：越低越平稳。</translation>
    </message>
    <message>
        <source>Switches per hour</source>
        <translation>每小时切换次数</translation>
    </message>
    <message>
        <source>How often the app in front changed, per hour of active time.</source>
        <translation>每小时使用时间中，最前面的应用切换的次数。</translation>
    </message>
    <message>
        <source>Click to work it out: every activity of these days has to be read.</source>
        <translation>点击以计算：需要读取这些天的每一项活动。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>The line over the end of a bar is the interval that holds the true hours 19 times in 20.</source>
        <translation>条末端上的线是区间：20 次里有 19 次包含真实小时数。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>任何类型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation>任何文件夹</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>Whenever or never</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>In the last year</source>
        <translation>最近一年</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>At night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>In the evening</source>
        <translation>晚上</translation>
    </message>
    <message>
        <source>the app %1</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>the category %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>Since about %1 you are active for %2 a day on average; before it was %3.</source>
        <translation>大约从%1起，你平均每天活动 %2；之前是 %3。</translation>
    </message>
    <message>
        <source>Since about %1 focused work takes %2 of your time; before it was %3.</source>
        <translation>大约从%1起，专注工作平均占你时间的 %2；之前是 %3。</translation>
    </message>
    <message>
        <source>Since about %1 distraction takes %2 of your time; before it was %3.</source>
        <translation>大约从%1起，分心平均占你时间的 %2；之前是 %3。</translation>
    </message>
    <message>
        <source>Since about %1 you switch %2 times an hour on average; before it was %3.</source>
        <translation>大约从%1起，你平均每小时切换 %2 次；之前是 %3 次。</translation>
    </message>
    <message>
        <source>Since about %1 your day begins at %2 on average; before it was %3.</source>
        <translation>大约从%1起，你的一天平均从 %2 开始；之前是 %3。</translation>
    </message>
    <message>
        <source>Since about %1 your day ends at %2 on average; before it was %3.</source>
        <translation>大约从%1起，你的一天平均到 %2 结束；之前是 %3。</translation>
    </message>
    <message>
        <source>This is about the mornings.</source>
        <translation>这里指的是上午。</translation>
    </message>
    <message>
        <source>This is about the afternoons.</source>
        <translation>这里指的是下午。</translation>
    </message>
    <message>
        <source>%1 mostly comes before %2: in %3 of %4 stretches of work with both.</source>
        <translation>%1 多半先于%2：两者都出现的 %4 段工作中有 %3 段如此。</translation>
    </message>
    <message>
        <source>On a %1 there is often %2: in %3 of %4 stretches of work.</source>
        <translation>%1常会用到%2：%4 段工作中有 %3 段如此。</translation>
    </message>
    <message>
        <source>%1 there is often %2: in %3 of %4 stretches of work.</source>
        <translation>%1常会用到%2：%4 段工作中有 %3 段如此。</translation>
    </message>
    <message>
        <source>With %1 there is often %2, too: in %3 of %4 stretches of work.</source>
        <translation>用到%1 时，也常会用到%2：%4 段工作中有 %3 段如此。</translation>
    </message>
    <message>
        <source>the document “%1”</source>
        <translation>文档“%1”</translation>
    </message>
    <message>
        <source>less than once in %1 times</source>
        <translation>不到 1/%1</translation>
    </message>
    <message>
        <source>once in %1 times</source>
        <translation>是 1/%1</translation>
    </message>
    <message>
        <source>That is %1, chance would give %2; luck alone does this %3.</source>
        <translation>即 %1，只凭偶然应为 %2；纯属碰巧的机会%3。</translation>
    </message>
    <message>
        <source>Counted on %1 days since and %2 before; luck alone does this %3.</source>
        <translation>依据此后的 %1 天和之前的 %2 天；纯属碰巧的机会%3。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Kairos</source>
        <translation>欢迎使用 Kairos</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>全部跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>FlexibleForm</name>
    <message>
        <source> times a week</source>
        <translation> 次/周</translation>
    </message>
    <message>
        <source>Only once</source>
        <translation>仅一次</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>By</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Find places for it</source>
        <translation>为它寻找时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Protected: nothing else may be planned over it</source>
        <translation>受保护：不可在此时段再安排其他内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What do you want time for?</source>
        <translation>想把时间用在什么上？</translation>
    </message>
    <message>
        <source>How many times a week</source>
        <translation>每周几次</translation>
    </message>
    <message>
        <source>Shortest length</source>
        <translation>最短时长</translation>
    </message>
    <message>
        <source>Longest length</source>
        <translation>最长时长</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>The last day it may lie on</source>
        <translation>最晚可安排的日期</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日子</translation>
    </message>
</context>
<context>
    <name>FlexibleList</name>
    <message>
        <source>Flexible blocks</source>
        <translation>灵活时段</translation>
    </message>
    <message>
        <source>What you want time for, whenever it fits. “Suggest my week” finds the places.</source>
        <translation>想做、但时间不固定的事。“建议我的一周”会为它们找到时间。</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Suggest my week</source>
        <translation>建议我的一周</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n times a week</source>
        <translation>
            <numerusform>每周 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>is placed</source>
        <translation>会安排</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任何时间</translation>
    </message>
</context>
<context>
    <name>FocusControl</name>
    <message>
        <source>Focus for %1 minutes</source>
        <translation>专注 %1 分钟</translation>
    </message>
    <message>
        <source>Focus in rounds: Pomodoro, %1 + %2</source>
        <translation>分轮专注：番茄钟，%1 + %2</translation>
    </message>
    <message>
        <source>Focus as long as it flows: Flowtime</source>
        <translation>顺其自然地专注：心流计时</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>休息一下</translation>
    </message>
    <message>
        <source>End the break</source>
        <translation>结束休息</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束本次专注</translation>
    </message>
    <message>
        <source>the planned block</source>
        <translation>计划中的时段</translation>
    </message>
    <message>
        <source>Focus on %1</source>
        <translation>专注于%1</translation>
    </message>
</context>
<context>
    <name>FocusPill</name>
    <message>
        <source>Session: %1</source>
        <translation>专注：%1</translation>
    </message>
</context>
<context>
    <name>FocusSection</name>
    <message>
        <source>Focus sessions</source>
        <translation>专注</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Long break</source>
        <translation>长休息</translation>
    </message>
    <message>
        <source>Rounds before a long break</source>
        <translation>长休息前的轮数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>When something distracts</source>
        <translation>有东西让人分心时</translation>
    </message>
    <message>
        <source>What distracts is said by the focus weight of its category, on the page Rules.</source>
        <translation>什么算分心，由“规则”页上类别的专注权重决定。</translation>
    </message>
    <message>
        <source>Once it is in front for</source>
        <translation>在最前面停留多久后</translation>
    </message>
    <message>
        <source>Seconds of the countdown</source>
        <translation>倒计时的秒数</translation>
    </message>
    <message>
        <source>Make a contract…</source>
        <translation>立约…</translation>
    </message>
    <message>
        <source>Leave the contract</source>
        <translation>解除约定</translation>
    </message>
    <message>
        <source>Keys that start and end a session</source>
        <translation>开始和结束专注的按键</translation>
    </message>
    <message>
        <source>Wayland lets no program listen to keys of others: in the keyboard settings of your desktop, let a shortcut run “kairos focus toggle”. In this window the Space bar does it.</source>
        <translation>Wayland 不允许程序监听其他程序的按键：请在桌面的键盘设置中，让一个快捷键运行“kairos focus toggle”。在本窗口中用空格键即可。</translation>
    </message>
    <message>
        <source>They are not listened to on this system yet. In this window the Space bar does it.</source>
        <translation>此系统上暂时还不能监听按键。在本窗口中用空格键即可。</translation>
    </message>
    <message>
        <source>From anywhere while the recorder runs. In this window the Space bar does it, too.</source>
        <translation>记录器运行时在任何地方都有效。在本窗口中用空格键也可以。</translation>
    </message>
    <message>
        <source>Your contract holds until %1.</source>
        <translation>你的约定有效至 %1。</translation>
    </message>
    <message>
        <source>No window is closed without a contract that you make, for a time you choose.</source>
        <translation>没有你自己在选定时间内立下的约定，不会关闭任何窗口。</translation>
    </message>
</context>
<context>
    <name>FocusWords</name>
    <message>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Pomodoro</source>
        <translation>番茄钟</translation>
    </message>
    <message>
        <source>Flowtime</source>
        <translation>心流计时</translation>
    </message>
    <message>
        <source>One stretch of work, then it is over.</source>
        <translation>一段连续的工作，然后结束。</translation>
    </message>
    <message>
        <source>Rounds of work and break, with a long break after some.</source>
        <translation>工作与休息轮流进行，若干轮后长休息。</translation>
    </message>
    <message>
        <source>Work as long as it flows; the break is a fifth of it.</source>
        <translation>状态在就一直工作；休息为其五分之一。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>什么都不做</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>说一声</translation>
    </message>
    <message>
        <source>A countdown over the screen</source>
        <translation>在屏幕上倒计时</translation>
    </message>
    <message>
        <source>Close it, by contract</source>
        <translation>按约定关闭</translation>
    </message>
    <message>
        <source>Started here</source>
        <translation>在窗口中开始</translation>
    </message>
    <message>
        <source>Started from the tray</source>
        <translation>从托盘开始</translation>
    </message>
    <message>
        <source>Started by command</source>
        <translation>用命令开始</translation>
    </message>
    <message>
        <source>Started by keys</source>
        <translation>用按键开始</translation>
    </message>
    <message>
        <source>Started at a block</source>
        <translation>在时段开始</translation>
    </message>
    <message>
        <source>Seen afterwards</source>
        <translation>事后发现</translation>
    </message>
    <message>
        <source>You are away; the clock stands</source>
        <translation>你离开了；计时暂停</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Long break</source>
        <translation>长休息</translation>
    </message>
    <message>
        <source>Past the end</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Round %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已有 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>A window</source>
        <translation>一个窗口</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 has been in front for %2.</source>
        <translation>%1 已在最前面停留 %2。</translation>
    </message>
    <message>
        <source>%1 was asked to close, by your contract.</source>
        <translation>已按你的约定请求关闭 %1。</translation>
    </message>
</context>
<context>
    <name>FolderKeeping</name>
    <message>
        <source>No longer read: %1</source>
        <translation>不再读取：%1</translation>
    </message>
    <message>
        <source>Choose a folder to read</source>
        <translation>选择要读取的文件夹</translation>
    </message>
    <message>
        <source>Read everything in %1?</source>
        <translation>要读取 %1 中的全部内容吗？</translation>
    </message>
    <message>
        <source>That is far more than documents. It is better to name the folders your documents are in.</source>
        <translation>其中远不止文档。最好只指定存放文档的文件夹。</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>全部读取</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>另选一个…</translation>
    </message>
    <message>
        <source>Remove a folder</source>
        <translation>移除文件夹</translation>
    </message>
    <message>
        <source>Stop reading %1?</source>
        <translation>不再读取 %1 吗？</translation>
    </message>
    <message>
        <source>What Kairos keeps of its documents for searching is removed. The folder and its files stay as they are.</source>
        <translation>Kairos 为搜索而保存的相关内容会被删除。文件夹和其中的文件保持不变。</translation>
    </message>
    <message>
        <source>Remove from the search</source>
        <translation>从搜索中移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FoldersPanel</name>
    <message>
        <source>Folders that are read</source>
        <translation>读取的文件夹</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>What is read…</source>
        <translation>读取内容…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Look for changes now</source>
        <translation>立即查找变化</translation>
    </message>
    <message>
        <source>Only these folders are read, and only on this computer. Files are never changed; what changes in them is noticed while Kairos runs.</source>
        <translation>只读取这些文件夹，而且只在这台电脑上进行。文件从不会被改动；Kairos 运行期间会发现其中的变化。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Narrowed</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1（现在不存在）</translation>
    </message>
</context>
<context>
    <name>FoundPart</name>
    <message>
        <source>Found in your history</source>
        <translation>在你的记录中发现</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查找</translation>
    </message>
    <message>
        <source>Your history is being looked through…</source>
        <translation>正在查看你的记录…</translation>
    </message>
    <message>
        <source>Your history is being looked through, for %1 so far: %2 done.</source>
        <translation>正在查看你的历史，已用 %1，完成 %2。</translation>
    </message>
    <message>
        <source>Nothing was looked for yet, or your history was changed since. It is looked through after each night&apos;s training, on this computer alone.</source>
        <translation>尚未查找，或者你的记录之后有改动。每晚训练之后会查看一次，只在这台电脑上进行。</translation>
    </message>
    <message>
        <source>There is no whole day with an hour of activity yet, so nothing can be found.</source>
        <translation>还没有一整天至少有一小时的活动，因此无法发现任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n days with at least an hour of activity, from %1 to %2. Looked through on %3.</source>
        <translation>
            <numerusform>从%1到%2，有 %n 天的活动达到一小时。查找于 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Looking through your history</source>
        <translation>正在查看你的记录</translation>
    </message>
    <message>
        <source>Your history is being looked through, for %1 so far.</source>
        <translation>正在查看你的记录，已用 %1。</translation>
    </message>
</context>
<context>
    <name>FrictionWindow</name>
    <message>
        <source>A moment</source>
        <translation>稍等片刻</translation>
    </message>
    <message>
        <source>You wanted to: %1</source>
        <translation>你想做的是：%1</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>回到工作</translation>
    </message>
    <message>
        <source>Go on for 5 minutes</source>
        <translation>再继续 5 分钟</translation>
    </message>
    <message>
        <source>This is work</source>
        <translation>这就是工作</translation>
    </message>
    <message>
        <source>Escape closes this at any time.</source>
        <translation>随时可按 Esc 关闭。</translation>
    </message>
    <message>
        <source>Seconds left</source>
        <translation>剩余秒数</translation>
    </message>
</context>
<context>
    <name>GapEditor</name>
    <message>
        <source>Where to cut</source>
        <translation>拆分的时间点</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message numerus="yes">
        <source>%1 (added at this hour on %n earlier days)</source>
        <translation>
            <numerusform>%1（之前有 %n 天在此时段添加过）</numerusform>
        </translation>
    </message>
    <message>
        <source>Went on with %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Still %1, as before</source>
        <translation>仍是之前的 %1</translation>
    </message>
    <message>
        <source>Already %1, as after</source>
        <translation>已是之后的 %1</translation>
    </message>
    <message>
        <source>A break, not counted</source>
        <translation>休息，不计入</translation>
    </message>
</context>
<context>
    <name>GoalForm</name>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Time in categories with weight +2 in full and +1 by half, as set on the Rules page.</source>
        <translation>权重为 +2 的类别全部计入，+1 的计一半；权重在“分类规则”页设定。</translation>
    </message>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>A category</source>
        <translation>某个类别</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>某个应用</translation>
    </message>
    <message>
        <source>A project</source>
        <translation>某个项目</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>What the goal is about</source>
        <translation>目标的内容</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>At least or at most</source>
        <translation>至少或至多</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>A day or a week</source>
        <translation>每天或每周</translation>
    </message>
</context>
<context>
    <name>GoalPreview</name>
    <message>
        <source>The last weeks</source>
        <translation>最近几周</translation>
    </message>
    <message>
        <source>Say what the goal is about and how much.</source>
        <translation>请说明目标的内容和时长。</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>还没有记录</translation>
    </message>
</context>
<context>
    <name>GoalRow</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Edit the goal %1</source>
        <translation>修改目标 %1</translation>
    </message>
    <message>
        <source>Not in these days</source>
        <translation>这些日子没有</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>so much done of so much meant</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>GoalWords</name>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>A category that is gone</source>
        <translation>已不存在的类别</translation>
    </message>
    <message>
        <source>At least %1 a day</source>
        <translation>每天至少 %1</translation>
    </message>
    <message>
        <source>At least %1 a week</source>
        <translation>每周至少 %1</translation>
    </message>
    <message>
        <source>At most %1 a day</source>
        <translation>每天至多 %1</translation>
    </message>
    <message>
        <source>At most %1 a week</source>
        <translation>每周至多 %1</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>达成</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Met %1 of %2</source>
        <translation>%2 次中达成 %1 次</translation>
    </message>
    <message>
        <source>going on as lately: %1</source>
        <translation>照最近这样：%1</translation>
    </message>
    <message>
        <source>Going on as the last %3 times, half of which came to %1 to %2.</source>
        <translation>照最近 %3 次同样的余下时间来看，一半的情况会到 %1 至 %2。</translation>
    </message>
    <message>
        <source>Week from %1</source>
        <translation>%1起的一周</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>%1 days in a row</source>
        <translation>连续 %1 天</translation>
    </message>
    <message>
        <source>%1 weeks in a row</source>
        <translation>连续 %1 周</translation>
    </message>
    <message>
        <source>The most in a row: %1.</source>
        <translation>最长连续：%1。</translation>
    </message>
    <message>
        <source>Days off do not count, and one miss in seven days is forgiven.</source>
        <translation>休息日不计，七天内允许一次未达成。</translation>
    </message>
    <message>
        <source>Weeks off do not count, and one miss in four weeks is forgiven.</source>
        <translation>休息周不计，四周内允许一次未达成。</translation>
    </message>
</context>
<context>
    <name>GoalsCard</name>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Say how much deep work you mean to do, or how much of an app is enough: per day or week.</source>
        <translation>说说你打算做多少深度工作，或某个应用用多久就够了：每天或每周。</translation>
    </message>
</context>
<context>
    <name>HitWords</name>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>含 %1</translation>
    </message>
    <message>
        <source>meaning %1</source>
        <translation>含义 %1</translation>
    </message>
    <message>
        <source>%1 this week</source>
        <translation>本周 %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>%1 用过</translation>
    </message>
</context>
<context>
    <name>ImportData</name>
    <message>
        <source>Import history</source>
        <translation>导入历史记录</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Choose a file to see what it holds. Nothing is stored yet.</source>
        <translation>选择一个文件，查看其中的内容。此时不会保存任何内容。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped; nothing of it was stored.</source>
        <translation>已停止，没有保存任何内容。</translation>
    </message>
    <message>
        <source>This very file was imported before; nothing would be added.</source>
        <translation>这个文件以前导入过，不会再添加任何内容。</translation>
    </message>
    <message>
        <source>Everything in it was there already; nothing was added.</source>
        <translation>其中的内容都已存在，没有添加任何内容。</translation>
    </message>
    <message>
        <source>Stored: %1 activities.</source>
        <translation>已保存 %1 条活动。</translation>
    </message>
    <message>
        <source>Taken back: %1 activities removed.</source>
        <translation>已撤回，删除了 %1 条活动。</translation>
    </message>
    <message>
        <source>Kept without a name, as private or excluded by you: %1.</source>
        <translation>因私密浏览或你的排除设置，只保留时长、不留名称：%1。</translation>
    </message>
    <message>
        <source>%1, stretches of time: %2</source>
        <translation>%1，时间段：%2</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>The file that the other program exported</source>
        <translation>另一个软件导出的文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Find out from the file</source>
        <translation>根据文件判断</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>这台电脑的时区</translation>
    </message>
    <message>
        <source>The time zone the history was recorded in, such as Europe/Berlin</source>
        <translation>记录历史时所在的时区，例如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>As the file shows</source>
        <translation>按文件内容判断</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>来源软件</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Choose the exported file</source>
        <translation>选择导出的文件</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Year first: 2026-11-21</source>
        <translation>年在前：2026-11-21</translation>
    </message>
    <message>
        <source>Day first: 21/11/2026</source>
        <translation>日在前：21/11/2026</translation>
    </message>
    <message>
        <source>Month first: 11/21/2026</source>
        <translation>月在前：11/21/2026</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>%1 First: %2.</source>
        <translation>%1首次出现：%2。</translation>
    </message>
    <message>
        <source>The file names no time zone; %2 is assumed.</source>
        <translation>文件没有注明时区，按 %2 处理。</translation>
    </message>
    <message>
        <source>Times that occur twice as clocks went back: %1. The first counts.</source>
        <translation>时钟回拨时出现两次的时间：%1，取第一次。</translation>
    </message>
    <message>
        <source>Times that never were as clocks went forward: %1. They are moved.</source>
        <translation>时钟拨快时不存在的时间：%1，已顺移。</translation>
    </message>
    <message>
        <source>Longer than 24 hours and cut there: %1. Have a look at them.</source>
        <translation>超过 24 小时、已在此截断：%1，请检查。</translation>
    </message>
    <message>
        <source>Ending before they begin, left out: %1.</source>
        <translation>结束早于开始、已略过：%1。</translation>
    </message>
    <message>
        <source>Before 1990 or after 2100, left out: %1.</source>
        <translation>早于 1990 年或晚于 2100 年、已略过：%1。</translation>
    </message>
    <message>
        <source>Entries that cannot be read, left out: %1.</source>
        <translation>无法读取、已略过的条目：%1。</translation>
    </message>
    <message>
        <source>Entries without an end, left out: %1.</source>
        <translation>没有结束时间、已略过的条目：%1。</translation>
    </message>
    <message>
        <source>Entries on time that is told already: %1. The first one keeps it.</source>
        <translation>时间已被占用的条目：%1，以先开始的为准。</translation>
    </message>
    <message>
        <source>Lines in another encoding, read as Windows-1252: %1.</source>
        <translation>采用其他编码、按 Windows-1252 读取的行：%1。</translation>
    </message>
    <message>
        <source>Parts of the file that hold nothing recorded here: %1.</source>
        <translation>文件中不属于可记录内容的部分：%1。</translation>
    </message>
    <message>
        <source>Totals that exceed their hour or day, the rest left out: %1.</source>
        <translation>超出所在小时或日期、多出部分已略过的合计：%1。</translation>
    </message>
    <message>
        <source>Totals: %1. When within their hour or day they were is not known.</source>
        <translation>合计值：%1，在该小时或当天内的具体时刻未知。</translation>
    </message>
    <message>
        <source>Nothing says when you were away; all of it counts as active.</source>
        <translation>没有关于离开的记录，全部算作活跃时间。</translation>
    </message>
    <message>
        <source>Windows left out in part, as nothing says whether you were there: %1.</source>
        <translation>因无从得知你是否在场而部分略过的窗口：%1。</translation>
    </message>
    <message>
        <source>Gaps of up to %2 that count as worked: %1.</source>
        <translation>不超过 %2、算作工作时间的间隔：%1。</translation>
    </message>
    <message>
        <source>The database is in use: its newest entries may be missing.</source>
        <translation>数据库正在使用中，可能缺少最新的条目。</translation>
    </message>
</context>
<context>
    <name>ImportsMade</name>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>An import is taken back whole; the file it came from can be imported again.</source>
        <translation>导入会整个撤回；原文件可以再次导入。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>活动数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>在历史中</translation>
    </message>
</context>
<context>
    <name>IndexStrip</name>
    <message>
        <source>Reading documents</source>
        <translation>正在读取文档</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 of %2 passages</source>
        <translation>%1 / %2 个段落</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>已找到 %1 份</translation>
    </message>
</context>
<context>
    <name>InsightWords</name>
    <message>
        <source>When to focus</source>
        <translation>何时专注</translation>
    </message>
    <message>
        <source>The next app</source>
        <translation>下一个应用</translation>
    </message>
    <message>
        <source>The next document</source>
        <translation>下一份文档</translation>
    </message>
    <message>
        <source>Whether you stay at it</source>
        <translation>是否会停留</translation>
    </message>
    <message>
        <source>Distraction ahead</source>
        <translation>即将分心</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Documents to suggest</source>
        <translation>要推荐的文档</translation>
    </message>
    <message>
        <source>Which quarters of an hour ahead will be focused</source>
        <translation>接下来哪些一刻钟会是专注的</translation>
    </message>
    <message>
        <source>Which app comes to the front next</source>
        <translation>接下来哪个应用会到前台</translation>
    </message>
    <message>
        <source>Which document comes to the front next</source>
        <translation>接下来哪份文档会到前台</translation>
    </message>
    <message>
        <source>Whether the next ten minutes pass without a switch</source>
        <translation>接下来十分钟是否不会切换</translation>
    </message>
    <message>
        <source>Whether something distracting comes within a quarter of an hour</source>
        <translation>一刻钟内是否会出现让人分心的内容</translation>
    </message>
    <message>
        <source>Which category something has that no rule knows</source>
        <translation>没有规则认得的内容属于哪个类别</translation>
    </message>
    <message>
        <source>Which documents you open from the suggestions</source>
        <translation>你会从推荐中打开哪些文档</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Model %1 against %2 of %3: %4</source>
        <translation>模型 %1，%3为 %2：%4</translation>
    </message>
    <message>
        <source>Not measured yet: too few cases so far</source>
        <translation>尚未衡量：目前案例太少</translation>
    </message>
    <message numerus="yes">
        <source>Better by %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>在之后的 %n 个案例上好 %1（95% 把握：%2）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse by %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>在之后的 %n 个案例上差 %1（95% 把握：%2）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sure difference: %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>在之后的 %n 个案例上没有确定的差别：%1（95% 把握：%2）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>how well good times are told from others (AUC)</source>
        <translation>能否把好时间与其他时间分开（AUC）</translation>
    </message>
    <message>
        <source>how far up the right one stands (MRR)</source>
        <translation>正确的一项排得多靠前（MRR）</translation>
    </message>
    <message>
        <source>how often the right one is named</source>
        <translation>正确的一项被说中的比例</translation>
    </message>
    <message>
        <source>how often the first one named is right</source>
        <translation>首选正确的比例</translation>
    </message>
    <message>
        <source>how often the right one is among five</source>
        <translation>前五项中有正确项的比例</translation>
    </message>
    <message>
        <source>the share of the right ones that are named</source>
        <translation>正确项被说中的份额</translation>
    </message>
    <message>
        <source>the share of the right ones among five</source>
        <translation>前五项中正确项的份额</translation>
    </message>
    <message>
        <source>how well the right ones are ordered (nDCG)</source>
        <translation>正确项的排序质量（nDCG）</translation>
    </message>
    <message>
        <source>the share that is right</source>
        <translation>正确的比例</translation>
    </message>
    <message>
        <source>how near its probabilities come (1 − Brier)</source>
        <translation>概率与实际接近的程度（1 − Brier）</translation>
    </message>
    <message>
        <source>how much nearer its probabilities are (Brier skill)</source>
        <translation>概率更接近实际的程度（Brier 技巧）</translation>
    </message>
    <message>
        <source>“as often as before”</source>
        <translation>“和以前一样频繁”</translation>
    </message>
    <message>
        <source>“the most recent one”</source>
        <translation>“最近用过的”</translation>
    </message>
    <message>
        <source>“the most frequent one”</source>
        <translation>“最常用的”</translation>
    </message>
    <message>
        <source>“what mostly came after”</source>
        <translation>“通常接着出现的”</translation>
    </message>
    <message>
        <source>“as often as usual”</source>
        <translation>“和平常一样”</translation>
    </message>
    <message>
        <source>“as at this hour of the week”</source>
        <translation>“和每周这个钟点一样”</translation>
    </message>
    <message>
        <source>“words of the title”</source>
        <translation>“标题中的词”</translation>
    </message>
    <message>
        <source>“recent, frequent and like the title”</source>
        <translation>“最近、常用且与标题相近”</translation>
    </message>
    <message>
        <source>the simple rule</source>
        <translation>简单规则</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped, goes on later</source>
        <translation>已停止，之后继续</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>no mains power or no time to spare</source>
        <translation>没有接通电源或没有空闲</translation>
    </message>
    <message>
        <source>the graphics card had too little memory</source>
        <translation>显卡内存不足</translation>
    </message>
    <message>
        <source>Learned on %1 from your history of %2 to %3; %4 parameters, %5 of processor time.</source>
        <translation>于 %1 从你 %2 至 %3 的记录中学得；%4 个参数，用去处理器时间 %5。</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>The focus score is told from your activity alone. After ten ratings on Today you see here whether it agrees with how focused you felt.</source>
        <translation>专注得分只由你的活动得出。在“今天”页评分十次之后，这里会显示它与你的感受是否一致。</translation>
    </message>
    <message>
        <source>Your ratings agree with the activity-based score (rank correlation %1).</source>
        <translation>你的评分与由活动得出的得分一致（等级相关 %1）。</translation>
    </message>
    <message>
        <source>Your ratings do not agree with the activity-based score so far (rank correlation %1): take it for what it is, a measure of activity.</source>
        <translation>到目前为止，你的评分与由活动得出的得分不一致（等级相关 %1）：请只把它看作对活动的度量。</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>How focused you felt</source>
        <translation>你感觉有多专注</translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation>显示“今天”</translation>
    </message>
    <message>
        <source>No insights yet</source>
        <translation>还没有洞察</translation>
    </message>
    <message>
        <source>Record a few days, and Kairos learns when you focus and what you read, on this computer alone.</source>
        <translation>记录几天之后，Kairos 就会学到你何时专注、读些什么，一切只在本机进行。</translation>
    </message>
    <message>
        <source>Everything learned is forgotten.</source>
        <translation>学到的一切都已忘记。</translation>
    </message>
    <message>
        <source>The run before is in use.</source>
        <translation>已改用前一次训练。</translation>
    </message>
    <message>
        <source>No trained run was in use.</source>
        <translation>没有正在使用的训练。</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记下。</translation>
    </message>
    <message>
        <source>Letters stay the same from now on.</source>
        <translation>今后信件将保持不变。</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>What you learn with</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>添加内容</translation>
    </message>
    <message>
        <source>Documents, courses or exercises, with about how long they take: what is new counts in the plan.</source>
        <translation>文档、课程或练习，以及大约需要多久：新的内容会计入安排。</translation>
    </message>
</context>
<context>
    <name>KeyCutOff</name>
    <message>
        <source>A change of the key was cut off and cannot be completed now: %1 In a terminal: kairos keys finish</source>
        <translation>一次更换密钥被中断，现在无法完成：%1 请在终端中运行：kairos keys finish</translation>
    </message>
    <message>
        <source>Encrypting was cut off too early and was taken back: your history is still not encrypted. Do it again in Settings &gt; Privacy.</source>
        <translation>加密过早被中断，已经撤回：你的历史仍未加密。请在“设置 &gt; 隐私”中重新加密。</translation>
    </message>
    <message>
        <source>The change of the key was cut off too early and was taken back: everything still has the key from before. Do it again in Settings &gt; Privacy.</source>
        <translation>更换密钥过早被中断，已经撤回：一切仍使用原来的密钥。请在“设置 &gt; 隐私”中重新更换。</translation>
    </message>
    <message>
        <source>Decrypting was cut off too early and was taken back: your history is still encrypted. Do it again in Settings &gt; Privacy.</source>
        <translation>解密过早被中断，已经撤回：你的历史仍是加密的。请在“设置 &gt; 隐私”中重新解密。</translation>
    </message>
</context>
<context>
    <name>KeyWhere</name>
    <message>
        <source>Your history is encrypted. Its key is kept in the keyring of this computer, which opens when you log in; next you are given a recovery code for the day the keyring is lost.</source>
        <translation>你的历史已加密。密钥保存在本机的密钥环中，登录时自动打开；接下来会给你一个恢复码，以备密钥环丢失时使用。</translation>
    </message>
    <message>
        <source>Your history is encrypted and opens with your passphrase.</source>
        <translation>你的历史已加密，用你的密码短语打开。</translation>
    </message>
    <message>
        <source>Your history is not encrypted, because no keyring answers on this computer that could keep the key. Settings &gt; Encryption does it with a passphrase.</source>
        <translation>你的历史未加密，因为本机没有可保存密钥的密钥环。可以在“设置 &gt; 加密”中用密码短语加密。</translation>
    </message>
    <message>
        <source>Your history is not encrypted. Settings &gt; Encryption can change that.</source>
        <translation>你的历史未加密。可以在“设置 &gt; 加密”中更改。</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>The keyring of this computer</source>
        <translation>这台电脑的密钥环</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>你的密码短语</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Find an action by its name</source>
        <translation>按名称查找操作</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置密码短语…</translation>
    </message>
    <message>
        <source>Open by the keyring</source>
        <translation>用密钥环打开</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>新的恢复码…</translation>
    </message>
    <message>
        <source>I have kept the recovery code</source>
        <translation>我已保存好恢复码</translation>
    </message>
    <message>
        <source>Change the key…</source>
        <translation>更换密钥…</translation>
    </message>
    <message>
        <source>Decrypt…</source>
        <translation>解密…</translation>
    </message>
    <message>
        <source>Encrypted. Any one of these opens it:</source>
        <translation>已加密。以下任意一种方式都能打开：</translation>
    </message>
    <message>
        <source>Not encrypted: whoever can read your files can read everything Kairos knows.</source>
        <translation>未加密：能读取你的文件的人，就能读取 Kairos 知道的一切。</translation>
    </message>
    <message>
        <source>⚠ A change of the key was cut off. The next change finishes it.</source>
        <translation>⚠ 更换密钥时被中断。下一次更换会把它完成。</translation>
    </message>
    <message>
        <source>There is no usable keyring here, so it was not turned on by itself. A passphrase does it, too.</source>
        <translation>这里没有可用的密钥环，所以没有自动加密。用密码短语也可以。</translation>
    </message>
    <message>
        <source>⚠ You have not said yet that the recovery code is kept. Without it, a lost keyring is lost data.</source>
        <translation>⚠ 你还没有确认已保存恢复码。没有它，丢失密钥环就等于丢失数据。</translation>
    </message>
    <message>
        <source>⚠ You have not said yet that the recovery code is kept. Without it, a forgotten passphrase is lost data.</source>
        <translation>⚠ 你还没有确认已保存恢复码。没有它，忘记密码短语就等于丢失数据。</translation>
    </message>
    <message>
        <source>⚠ You have not said yet that the recovery code is kept. Without it, only the passphrase is left should the keyring be lost.</source>
        <translation>⚠ 你还没有确认已保存恢复码。没有它，一旦丢失密钥环，就只剩密码短语可用。</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，始于 %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>LabelledTable</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Language and working hours</source>
        <translation>语言和工作时间</translation>
    </message>
    <message>
        <source>Kairos proposes focus time within these hours only; it records whenever you are at work here.</source>
        <translation>Kairos 只在这些时间内建议专注时段；只要你在使用电脑就会记录。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Begin with the starter rules</source>
        <translation>从入门规则开始</translation>
    </message>
    <message>
        <source>They sort common apps and sites into focus, meetings and so on. You can change all of them.</source>
        <translation>它们把常用的应用和网站归入专注、会议等分类，都可以更改。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Work starts at</source>
        <translation>工作开始于</translation>
    </message>
    <message>
        <source>Work ends at</source>
        <translation>工作结束于</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>Their window is open by now; the button opens it again.</source>
        <translation>示例窗口现在应该已经打开；按此按钮可再次打开。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>准备就绪</translation>
    </message>
    <message>
        <source>Start recording when I log in</source>
        <translation>登录时开始记录</translation>
    </message>
    <message>
        <source>Off: Kairos records once you open it, until you log out.</source>
        <translation>关闭时：打开 Kairos 后开始记录，直到注销。</translation>
    </message>
    <message>
        <source>Look around first?</source>
        <translation>先看看？</translation>
    </message>
    <message>
        <source>Sample days open in a window of their own, in a separate folder; your own history stays empty.</source>
        <translation>示例数据会在单独的窗口和文件夹中打开；你自己的历史保持为空。</translation>
    </message>
    <message>
        <source>Open sample days</source>
        <translation>打开示例数据</translation>
    </message>
    <message>
        <source>Another Kairos or other data starts when you log in. Choose this to start this one instead.</source>
        <translation>登录时会启动另一个 Kairos 或另一份数据。勾选此项则改为启动本程序。</translation>
    </message>
    <message>
        <source>They are being made. Their window opens in a quarter of a minute or so.</source>
        <translation>正在生成示例数据，大约十几秒后会打开它的窗口。</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Looking for good places in the week ahead…</source>
        <translation>正在未来一周中寻找合适的时段…</translation>
    </message>
    <message>
        <source>No place was free in the week ahead. “Suggest my week” on the Plan page says why.</source>
        <translation>未来一周没有空闲的时段。“计划”页的“建议我的一周”会说明原因。</translation>
    </message>
    <message numerus="yes">
        <source>%n blocks are planned in the week ahead; the Plan page shows them.</source>
        <translation>
            <numerusform>未来一周已安排 %n 个时段，可在“计划”页查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer learned with: %1</source>
        <translation>不再用于学习：%1</translation>
    </message>
    <message>
        <source>This week&apos;s learning is taken out of the plan.</source>
        <translation>本周的学习已从计划中撤回。</translation>
    </message>
</context>
<context>
    <name>LearnWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of 10 by your word</source>
        <translation>自评 %1 / 10</translation>
    </message>
    <message>
        <source>%1 of 10 by recall</source>
        <translation>回忆 %1 / 10</translation>
    </message>
    <message>
        <source>No level told yet</source>
        <translation>尚未说明水平</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>at most %1 a week</source>
        <translation>每周最多 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of items left</source>
        <translation>剩余内容 %1</translation>
    </message>
    <message>
        <source>%1: %2 in the last four weeks, for example in “%3”</source>
        <translation>%1：最近四周 %2，例如“%3”</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n searches</source>
        <translation>
            <numerusform>%1，搜索 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 levels expected from level %2, as none is told</source>
        <translation>预计提高 %1 级；未填写水平，按 %2 级算</translation>
    </message>
    <message>
        <source>Week of %1, accepted: %2 of learning</source>
        <translation>%1 开始的一周，已采纳：学习 %2</translation>
    </message>
    <message>
        <source>Week of %1, proposed: %2 of learning</source>
        <translation>%1 开始的一周，建议：学习 %2</translation>
    </message>
    <message>
        <source>Another skill gains more from every quarter of an hour</source>
        <translation>每一刻钟用在别的技能上收获都更大</translation>
    </message>
    <message>
        <source>%1 levels expected from level %2</source>
        <translation>预计从 %2 级提高 %1 级</translation>
    </message>
    <message>
        <source>%1 of it new</source>
        <translation>其中新内容 %1</translation>
    </message>
    <message>
        <source>held by its own limit</source>
        <translation>受自身上限限制</translation>
    </message>
    <message>
        <source>15 minutes more would give %1</source>
        <translation>再加 15 分钟可提高 %1</translation>
    </message>
    <message>
        <source>assumed, no week measured yet</source>
        <translation>按假设估计，尚无实测的一周</translation>
    </message>
    <message numerus="yes">
        <source>by %n measured weeks</source>
        <translation>
            <numerusform>依据 %n 周实测</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 kept to; %5 levels foretold, %6</source>
        <translation>%1，%2：完成 %3 / %4；预计 %5 级，%6</translation>
    </message>
    <message>
        <source>not told at both ends</source>
        <translation>首尾水平不全</translation>
    </message>
    <message>
        <source>%1 gained</source>
        <translation>实际 %1</translation>
    </message>
    <message>
        <source>Tell your level once a week, and what the minutes gave can be measured.</source>
        <translation>每周说一次你的水平，就能量出这些分钟带来了什么。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Nothing was gained: plan fewer minutes, or learn with something else.</source>
        <translation>没有提高：请少安排一些时间，或换别的内容学习。</translation>
    </message>
    <message>
        <source>Measured so far: %1 of %2 kept to; %3 levels foretold, %4 gained.</source>
        <translation>迄今实测：完成 %1 / %2；预计 %3 级，实际 %4 级。</translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Stop trying wordings</source>
        <translation>停止试用措辞</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>统计明细</translation>
    </message>
    <message>
        <source>Your letter, %1</source>
        <translation>你的信件，%1</translation>
    </message>
    <message>
        <source>There is nothing to suggest this week.</source>
        <translation>本周没有建议。</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>Best day</source>
        <translation>最好的一天</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>按计划完成</translation>
    </message>
    <message>
        <source>Show the days</source>
        <translation>查看这些天</translation>
    </message>
    <message>
        <source>Show in Reports</source>
        <translation>在报告中查看</translation>
    </message>
</context>
<context>
    <name>LetterWords</name>
    <message>
        <source>Not categorised</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>%1, at least %2 a day</source>
        <translation>%1，每天至少 %2</translation>
    </message>
    <message>
        <source>%1, at least %2 a week</source>
        <translation>%1，每周至少 %2</translation>
    </message>
    <message>
        <source>%1, at most %2 a day</source>
        <translation>%1，每天至多 %2</translation>
    </message>
    <message>
        <source>%1, at most %2 a week</source>
        <translation>%1，每周至多 %2</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达成</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>%1 with what lies below it</source>
        <translation>%1（含下级类别）</translation>
    </message>
    <message numerus="yes">
        <source>met on %1 of %n days</source>
        <translation>
            <numerusform>%n 天中有 %1 天达成</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 planned; %2 of %3 blocks kept</source>
        <translation>计划为 %1；%3 个时段中守住了 %2 个</translation>
    </message>
    <message>
        <source>at most %1 of %2 a week</source>
        <translation>每周在“%2”上至多 %1</translation>
    </message>
    <message>
        <source>a notification after %1 without a break</source>
        <translation>连续 %1 没有休息时给出通知</translation>
    </message>
    <message>
        <source>%1 focus blocks of %2 a week between %3 and %4</source>
        <translation>每周 %1 个%2的专注时段，在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>You were active for two hours and more without a break %1 times (%2).</source>
        <translation>你有 %1 次连续活动两小时以上而没有休息（%2）。</translation>
    </message>
    <message>
        <source>It took %1 (%2).</source>
        <translation>它用去了 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 of your deep work lay in those hours (%2).</source>
        <translation>你的深度工作有 %1在这些时段（%2）。</translation>
    </message>
    <message>
        <source>Would you try this: %1? %2</source>
        <translation>你愿意试试吗：%1？%2</translation>
    </message>
    <message>
        <source>Suggestion: %1. %2</source>
        <translation>建议：%1。%2</translation>
    </message>
    <message>
        <source>Win time where you focus best: %1. %2</source>
        <translation>在你最专注的时段赢得时间：%1。%2</translation>
    </message>
    <message>
        <source>Win back time for what matters to you: %1. %2</source>
        <translation>为你看重的事赢回时间：%1。%2</translation>
    </message>
    <message>
        <source>Keep your strength through the day: %1. %2</source>
        <translation>让精力保持一整天：%1。%2</translation>
    </message>
    <message>
        <source>Wording and time of day of this letter were tried out; nothing is tried since you stopped it.</source>
        <translation>这封信的措辞和送达时间曾是试验；自你停止后不再试验。</translation>
    </message>
    <message>
        <source>You accepted.</source>
        <translation>你已接受。</translation>
    </message>
    <message>
        <source>You declined.</source>
        <translation>你已拒绝。</translation>
    </message>
    <message>
        <source>Suggested before: %1.</source>
        <translation>上次的建议：%1。</translation>
    </message>
    <message>
        <source>You did not answer.</source>
        <translation>你没有答复。</translation>
    </message>
    <message>
        <source>You accepted; there are not yet whole weeks before and after it to compare.</source>
        <translation>你已接受；前后还没有足够完整的周可以比较。</translation>
    </message>
    <message>
        <source>You accepted; %1: %2 last week, %3 before (median). Better than in %4 of %5 weeks before.</source>
        <translation>你已接受；%1：上周 %2，之前 %3（中位数）。好于之前 %5 周中的 %4 周。</translation>
    </message>
    <message>
        <source>You accepted; %1: %2 last week, %3 before (median). No effect can be seen.</source>
        <translation>你已接受；%1：上周 %2，之前 %3（中位数）。看不出效果。</translation>
    </message>
    <message>
        <source>deep work in those hours</source>
        <translation>这些时段的深度工作</translation>
    </message>
    <message>
        <source>time on it</source>
        <translation>用在它上面的时间</translation>
    </message>
    <message>
        <source>stretches of two hours and more</source>
        <translation>两小时以上的连续活动次数</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 分钟</translation>
    </message>
    <message>
        <source>more than in %1 of the last %2 weeks (usually %3)</source>
        <translation>多于前 %2 周中的 %1 周（通常 %3）</translation>
    </message>
    <message>
        <source>less than in %1 of the last %2 weeks (usually %3)</source>
        <translation>少于前 %2 周中的 %1 周（通常 %3）</translation>
    </message>
    <message>
        <source>in the middle of the last %2 weeks (usually %3)</source>
        <translation>在前 %2 周中居中（通常 %3）</translation>
    </message>
    <message>
        <source>Kairos tries several wordings and times of day for its letters, to learn which help you. This one, at %1, was drawn with a chance of %2 %.</source>
        <translation>Kairos 会尝试不同的措辞和送达时间，以便了解哪种对你有帮助。这一封（%1 送达）被抽中的概率为 %2%。</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ListedCard</name>
    <message>
        <source>Show Today</source>
        <translation>显示“今天”</translation>
    </message>
    <message>
        <source>Activities in view</source>
        <translation>所示时间内的活动</translation>
    </message>
    <message>
        <source>Nothing recorded in this time</source>
        <translation>这段时间没有记录</translation>
    </message>
    <message>
        <source>Turn to other days above; Today says whether anything is being recorded.</source>
        <translation>可在上方翻到其他日子；“今天”页说明是否正在记录。</translation>
    </message>
</context>
<context>
    <name>LiveTest</name>
    <message>
        <source>Start the test</source>
        <translation>开始测试</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>Open a private or excluded window now, and stay in it for a few seconds.</source>
        <translation>现在打开一个隐私窗口或被排除的窗口，并停留几秒钟。</translation>
    </message>
    <message>
        <source>The recorder does not record now, so nothing at all is stored.</source>
        <translation>记录器现在没有记录，所以什么都没有保存。</translation>
    </message>
    <message numerus="yes">
        <source>Since %1: %n stretch(es) stored with the name of an app</source>
        <translation>
            <numerusform>自 %1 起：%n 段保存了应用名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with a title.</source>
        <translation>
            <numerusform>，其中 %n 段有标题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n private or excluded stretch(es) have a name. This is a mistake in Kairos.</source>
        <translation>
            <numerusform>⚠ 有 %n 段隐私或被排除的时间带有名称。这是 Kairos 的错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of private and excluded windows: nothing yet.</source>
        <translation>隐私窗口和被排除的窗口：还没有。</translation>
    </message>
    <message numerus="yes">
        <source>Of private and excluded windows: 0 titles, 0 names; %n stretch(es), %1 long.</source>
        <translation>
            <numerusform>隐私窗口和被排除的窗口：0 个标题，0 个名称；%n 段，共 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Looking for the recorder</source>
        <translation>正在查找记录程序</translation>
    </message>
    <message>
        <source>The recorder runs but has not answered for a while. The time since then may be missing.</source>
        <translation>记录程序在运行，但已有一段时间没有响应。此后的时间可能缺失。</translation>
    </message>
    <message>
        <source>No sign of life</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>These days are made up. Nothing is recorded in this window.</source>
        <translation>这些数据是虚构的。此窗口不记录任何内容。</translation>
    </message>
    <message>
        <source>Sample days</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>What you do now is not recorded.</source>
        <translation>你现在的活动不会被记录。</translation>
    </message>
    <message>
        <source>The recorder is not running</source>
        <translation>记录程序未运行</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>The recorder is starting</source>
        <translation>记录程序正在启动</translation>
    </message>
    <message>
        <source>In a moment it says here what it sees.</source>
        <translation>稍后这里会显示它看到的内容。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>已暂停至 %1</translation>
    </message>
    <message>
        <source>Nothing is recorded until then.</source>
        <translation>在此之前不记录任何内容。</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>不记录任何内容。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续记录</translation>
    </message>
    <message>
        <source>It tries again every few seconds.</source>
        <translation>每隔几秒会重试一次。</translation>
    </message>
    <message>
        <source>The desktop cannot be watched</source>
        <translation>无法查看桌面</translation>
    </message>
    <message>
        <source>Changes kept in memory until they can be saved: %1</source>
        <translation>暂存在内存中待保存的更改：%1</translation>
    </message>
    <message>
        <source>Windows cannot be seen on this desktop.</source>
        <translation>在此桌面上看不到窗口。</translation>
    </message>
    <message>
        <source>Titles cannot be seen on this desktop.</source>
        <translation>在此桌面上看不到标题。</translation>
    </message>
    <message>
        <source>Being away cannot be seen on this desktop.</source>
        <translation>在此桌面上无法判断是否离开。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Only its length is recorded.</source>
        <translation>只记录时长。</translation>
    </message>
    <message>
        <source>No window in front</source>
        <translation>前台没有窗口</translation>
    </message>
    <message>
        <source>You are away</source>
        <translation>你已离开</translation>
    </message>
    <message>
        <source>Screen saver</source>
        <translation>屏幕保护</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>Another user is in front</source>
        <translation>正在使用的是其他用户</translation>
    </message>
    <message>
        <source>The computer sleeps</source>
        <translation>电脑正在睡眠</translation>
    </message>
    <message>
        <source>An excluded window</source>
        <translation>已排除的窗口</translation>
    </message>
    <message>
        <source>A private window</source>
        <translation>隐私窗口</translation>
    </message>
    <message>
        <source>A window that could not be checked</source>
        <translation>无法检查的窗口</translation>
    </message>
    <message>
        <source>Since %1 (%2)</source>
        <translation>自 %1 起（%2）</translation>
    </message>
    <message>
        <source>Last sign of life: %1</source>
        <translation>最后一次响应：%1</translation>
    </message>
</context>
<context>
    <name>LogInSection</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start recording when I log in</source>
        <translation>登录时开始记录</translation>
    </message>
    <message>
        <source>Off: Kairos records once you open it, until you log out.</source>
        <translation>关闭时：打开 Kairos 后开始记录，直到注销。</translation>
    </message>
    <message>
        <source>⚠ What starts when you log in is another Kairos or other data: this one was moved, or there is a second one.</source>
        <translation>⚠ 登录时启动的是另一个 Kairos 或另一份数据：本程序被移动过，或者另有一个。</translation>
    </message>
    <message>
        <source>Start this one instead</source>
        <translation>改为启动本程序</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LookStep</name>
    <message>
        <source>What is in the file and what is not</source>
        <translation>文件里有什么、没有什么</translation>
    </message>
    <message>
        <source>The file, letter by letter</source>
        <translation>文件原文，逐字</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件里有</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>文件里没有</translation>
    </message>
    <message>
        <source>What it does not hide</source>
        <translation>它不能隐藏的</translation>
    </message>
    <message>
        <source>You saved this very file before; saving it again costs nothing.</source>
        <translation>你以前保存过这个文件；再次保存不花预算。</translation>
    </message>
    <message>
        <source>⚠ The week&apos;s figures are others by now, by corrections or rules. This file stays as it was drawn.</source>
        <translation>⚠ 由于更正或规则，这一周的数字已经变了。这个文件仍是当初的样子。</translation>
    </message>
</context>
<context>
    <name>MadeList</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All data stays on this computer</source>
        <translation>所有数据只保存在本机</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>MakeCards</name>
    <message>
        <source>Make cards</source>
        <translation>制作卡片</translation>
    </message>
    <message>
        <source>None, I write one myself</source>
        <translation>无，我自己写一张</translation>
    </message>
    <message>
        <source>What the note offers</source>
        <translation>笔记中可用的内容</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>A question you want to be able to answer, and its answer.</source>
        <translation>一个你希望能答上来的问题，以及它的答案。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Word for word from the note; tick what you want to be asked.</source>
        <translation>逐字取自笔记；请勾选希望被问到的。</translation>
    </message>
    <message>
        <source>Nothing in it looks like a card. Write “Q: … A: …”, “term: definition”, or headings with a sentence.</source>
        <translation>其中没有像卡片的内容。可以写“问：… 答：…”、“术语：定义”，或带一句话的标题。</translation>
    </message>
</context>
<context>
    <name>MakePack</name>
    <message>
        <source>Make a pack to hand on</source>
        <translation>制作可转交的资料包</translation>
    </message>
    <message>
        <source>A sentence for whoever takes it</source>
        <translation>写给接收者的一句话</translation>
    </message>
    <message>
        <source>Say how well I know each skill</source>
        <translation>写明我对各项技能的掌握程度</translation>
    </message>
    <message>
        <source>What goes into the pack</source>
        <translation>放进资料包的内容</translation>
    </message>
    <message>
        <source>The file, letter by letter</source>
        <translation>文件原文，逐字</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Pack of</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>There is nothing a pack of this kind could hold yet.</source>
        <translation>目前还没有可放进这种资料包的内容。</translation>
    </message>
    <message>
        <source>Stays behind:</source>
        <translation>不会放进去的：</translation>
    </message>
    <message>
        <source>Save the pack</source>
        <translation>保存资料包</translation>
    </message>
</context>
<context>
    <name>MatchGroup</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件的组合方式</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足任一</translation>
    </message>
    <message>
        <source>None of these holds</source>
        <translation>全不满足</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>移除条件组</translation>
    </message>
</context>
<context>
    <name>MatchRow</name>
    <message>
        <source>What to look at</source>
        <translation>匹配对象</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <source>Texts to look for, one a line</source>
        <translation>要查找的文字，每行一个</translation>
    </message>
    <message>
        <source>Small and capital letters differ</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>MinutesCard</name>
    <message>
        <source>The week&apos;s minutes</source>
        <translation>本周的分钟</translation>
    </message>
    <message>
        <source> min a week</source>
        <translation> 分钟/周</translation>
    </message>
    <message>
        <source>Minutes a week</source>
        <translation>每周分钟数</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>列入计划</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The one that came with Kairos (English)</source>
        <translation>Kairos 自带的模型（英文）</translation>
    </message>
    <message>
        <source>Folder of the language model</source>
        <translation>语言模型所在的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Use the one that came with Kairos</source>
        <translation>使用 Kairos 自带的模型</translation>
    </message>
    <message>
        <source>Documents are also found by what they mean, by a language model that runs on this computer alone.</source>
        <translation>还可以按含义查找文档，所用的语言模型只在这台电脑上运行。</translation>
    </message>
    <message>
        <source>A folder with model.safetensors and tokenizer.json of another sentence encoder, such as one of many languages. Passages are then learned anew, which takes a while.</source>
        <translation>其他句子编码器（例如多语言编码器）的文件夹，其中要有 model.safetensors 和 tokenizer.json。更换后会重新理解各个段落，需要一些时间。</translation>
    </message>
    <message>
        <source>Choose the folder of a language model</source>
        <translation>选择语言模型的文件夹</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>正在查看 %1…</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add the skill %1</source>
        <translation>添加技能 %1</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation>新的恢复码</translation>
    </message>
    <message>
        <source>A new recovery code is made and shown once. Once you say that you have kept it, the one before opens nothing any more.</source>
        <translation>会生成一个新的恢复码，只显示一次。在你确认已保存好之后，之前的恢复码就不再有效。</translation>
    </message>
    <message>
        <source>Replace the code I have.</source>
        <translation>替换我现有的恢复码。</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>生成新的</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Nothing to learn yet</source>
        <translation>还没有要学的</translation>
    </message>
    <message>
        <source>Name a skill and how much it matters. Kairos divides the minutes of your week where they give most, and asks cards made of your own notes before you forget them.</source>
        <translation>写下一项技能以及它有多重要。Kairos 会把一周的分钟分到收获最大的地方，并在你快要忘记之前，用你自己笔记做成的卡片提问。</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>添加技能</translation>
    </message>
    <message>
        <source>Take in a pack…</source>
        <translation>收入资料包…</translation>
    </message>
</context>
<context>
    <name>NotificationTexts</name>
    <message>
        <source>And %1 more.</source>
        <translation>还有 %1 条。</translation>
    </message>
    <message>
        <source>5 more minutes</source>
        <translation>再给 5 分钟</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>回去工作</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>休息一下</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>This is work</source>
        <translation>这是工作</translation>
    </message>
    <message>
        <source>Starts in %1</source>
        <translation>%1后开始</translation>
    </message>
    <message>
        <source>Starts now</source>
        <translation>现在开始</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>计划的时间</translation>
    </message>
    <message>
        <source>%1 left of your limit.</source>
        <translation>离你设的上限还有%1。</translation>
    </message>
    <message>
        <source>%1 over your limit.</source>
        <translation>已超过你设的上限%1。</translation>
    </message>
    <message>
        <source>Goal of %1 reached.</source>
        <translation>已达到%1的目标。</translation>
    </message>
    <message>
        <source>At this pace it comes to %1, less than you meant.</source>
        <translation>照此下去约为%1，少于你的目标。</translation>
    </message>
    <message>
        <source>Deep work</source>
        <translation>深度工作</translation>
    </message>
    <message>
        <source>Session over</source>
        <translation>专注时段结束</translation>
    </message>
    <message>
        <source>%1 of focused work.</source>
        <translation>专注工作 %1。</translation>
    </message>
    <message>
        <source>The break is over</source>
        <translation>休息结束</translation>
    </message>
    <message>
        <source>Ready to go on?</source>
        <translation>准备好继续了吗？</translation>
    </message>
    <message>
        <source>Still on course?</source>
        <translation>还在正题上吗？</translation>
    </message>
    <message>
        <source>%1 stays in front.</source>
        <translation>%1 一直在最前面。</translation>
    </message>
    <message>
        <source>Time for a break</source>
        <translation>该休息一下了</translation>
    </message>
    <message>
        <source>You have been at it for %1 without one.</source>
        <translation>你已连续工作 %1 没有休息。</translation>
    </message>
    <message>
        <source>Rest your eyes</source>
        <translation>让眼睛休息一下</translation>
    </message>
    <message>
        <source>Look at something far away for twenty seconds.</source>
        <translation>看远处二十秒。</translation>
    </message>
    <message>
        <source>Your day</source>
        <translation>你的一天</translation>
    </message>
    <message>
        <source>Active for %1.</source>
        <translation>活跃 %1。</translation>
    </message>
    <message>
        <source>Your plan has conflicts</source>
        <translation>你的计划有冲突</translation>
    </message>
    <message>
        <source>Planned times in each other&apos;s way: %1</source>
        <translation>互相冲突的计划时间：%1</translation>
    </message>
    <message>
        <source>A calendar cannot be read</source>
        <translation>有日历无法读取</translation>
    </message>
    <message>
        <source>Your weekly letter</source>
        <translation>你的每周信件</translation>
    </message>
    <message>
        <source>What last week went to, and one thing to try.</source>
        <translation>上周的时间去了哪里，以及一件值得一试的事。</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Let Kairos speak by itself</source>
        <translation>允许 Kairos 主动发出通知</translation>
    </message>
    <message>
        <source>Tell when a goal is reached, passed or about to be missed</source>
        <translation>目标达成、超出或可能达不到时告诉我</translation>
    </message>
    <message>
        <source>Sum up the day</source>
        <translation>总结一天</translation>
    </message>
    <message>
        <source>Never during a focus session, in a meeting or in quiet hours; what still matters comes afterwards.</source>
        <translation>专注期间、会议中和安静时段内从不通知；之后仍有意义的会补上。</translation>
    </message>
    <message>
        <source>Before a planned block</source>
        <translation>计划时段开始之前</translation>
    </message>
    <message>
        <source>A break is due after</source>
        <translation>多久后该休息</translation>
    </message>
    <message>
        <source>So long active without one, as it was recorded.</source>
        <translation>按记录连续活动这么久而没有休息。</translation>
    </message>
    <message>
        <source>Look into the distance after</source>
        <translation>多久后看看远处</translation>
    </message>
    <message>
        <source>The day is summed up at</source>
        <translation>总结的时间</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静时段开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静时段结束</translation>
    </message>
    <message>
        <source>Equal times: there are no quiet hours.</source>
        <translation>两个时间相同：没有安静时段。</translation>
    </message>
    <message>
        <source>A letter once a week</source>
        <translation>每周一封信</translation>
    </message>
    <message>
        <source>Try out its wording and time of day</source>
        <translation>试用不同的措辞和送达时间</translation>
    </message>
    <message>
        <source>What the week went to, beside your goals and the weeks before.</source>
        <translation>这一周的时间去了哪里，并与你的目标和前几周对照。</translation>
    </message>
    <message>
        <source>To learn which help you; each letter says so.</source>
        <translation>以便了解哪种对你有帮助；每封信都会说明。</translation>
    </message>
</context>
<context>
    <name>OccasionsDialog</name>
    <message>
        <source>What was counted</source>
        <translation>统计明细</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>在时间线中查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>That file could run as a program, so it is shown in its folder instead.</source>
        <translation>该文件可能会作为程序运行，因此改为在文件夹中显示。</translation>
    </message>
    <message>
        <source>No program opens %1.</source>
        <translation>没有程序可以打开 %1。</translation>
    </message>
    <message>
        <source>No program shows folders here. It lies in %1</source>
        <translation>这里没有可显示文件夹的程序。文件位于 %1</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>路径已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>Categories and rules</source>
        <translation>类别和规则</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>Block templates</source>
        <translation>时段模板</translation>
    </message>
    <message>
        <source>Learning plan</source>
        <translation>学习计划</translation>
    </message>
    <message>
        <source>Names of categories, projects and tags, and what rules look for. No recorded time.</source>
        <translation>类别、项目和标签的名称，以及规则要找的内容。不含任何记录的时间。</translation>
    </message>
    <message>
        <source>Titles, links, file names and digests of documents. No folders, no text of the documents, and not when you read them.</source>
        <translation>文档的标题、链接、文件名和摘要值。不含文件夹和文档正文，也不含你何时阅读。</translation>
    </message>
    <message>
        <source>Names, kinds, lengths and times of day. No days, notes, projects or calendars.</source>
        <translation>名称、种类、长度和时刻。不含日期、备注、项目和日历。</translation>
    </message>
    <message>
        <source>Skills, weekly minutes and what they are learned with. No cards and no progress.</source>
        <translation>技能、每周分钟数和学习材料。不含卡片和进度。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>无法收入</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Taken in: %1</source>
        <translation>已收入：%1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>Taken back: %1. Left as it is, as you changed or used it since: %2</source>
        <translation>已撤回：%1。其中 %2 项你之后改过或用过，保持不变</translation>
    </message>
</context>
<context>
    <name>PacksButton</name>
    <message>
        <source>Packs</source>
        <translation>资料包</translation>
    </message>
    <message>
        <source>Take in what somebody gave you, or make a file to hand on</source>
        <translation>收入别人给你的内容，或制作可转交的文件</translation>
    </message>
    <message>
        <source>Make a pack of rules…</source>
        <translation>制作规则包…</translation>
    </message>
    <message>
        <source>Make a reading list…</source>
        <translation>制作阅读清单…</translation>
    </message>
    <message>
        <source>Make a pack of block templates…</source>
        <translation>制作时段模板包…</translation>
    </message>
    <message>
        <source>Make a learning plan…</source>
        <translation>制作学习计划…</translation>
    </message>
    <message>
        <source>Take in a pack…</source>
        <translation>收入资料包…</translation>
    </message>
    <message>
        <source>Packs that were taken in…</source>
        <translation>已收入的资料包…</translation>
    </message>
</context>
<context>
    <name>PacksTaken</name>
    <message>
        <source>Packs that were taken in</source>
        <translation>已收入的资料包</translation>
    </message>
    <message>
        <source>A pack is taken back whole, but for what you changed or used since.</source>
        <translation>资料包会整个撤回，但你之后改过或用过的内容除外。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收入时间</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>资料包</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>In</source>
        <translation>已收入</translation>
    </message>
    <message>
        <source>Taken back, but for:</source>
        <translation>已撤回，但以下除外：</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>分类规则</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Set a passphrase</source>
        <translation>设置密码短语</translation>
    </message>
    <message>
        <source>It opens the data where the keyring cannot. Kairos keeps no copy of it.</source>
        <translation>密钥环打不开时，用它打开数据。Kairos 不保存它的副本。</translation>
    </message>
</context>
<context>
    <name>PauseRow</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>暂停 15 分钟</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>暂停 1 小时</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>现在：%1。</translation>
    </message>
</context>
<context>
    <name>PicksCard</name>
    <message>
        <source>For this moment</source>
        <translation>此刻可读</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Say what you think of it</source>
        <translation>说说你对它的看法</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>不对</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>少推荐这类</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Looking for documents…</source>
        <translation>正在寻找文档…</translation>
    </message>
    <message>
        <source>Nothing fits this moment.</source>
        <translation>此刻没有合适的文档。</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>This is from a calendar: change it there.</source>
        <translation>这来自日历：请在日历中更改。</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>不要这个</translation>
    </message>
    <message>
        <source>New block…</source>
        <translation>新建时段…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Start a focus session</source>
        <translation>开始专注</translation>
    </message>
    <message>
        <source>No longer protect</source>
        <translation>取消保护</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Find another place</source>
        <translation>另找时间</translation>
    </message>
    <message>
        <source>Plan it once more…</source>
        <translation>再安排一次…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>From a calendar: change it there</source>
        <translation>来自日历：请在日历中更改</translation>
    </message>
</context>
<context>
    <name>PlanChanger</name>
    <message>
        <source>Planned %1: %2</source>
        <translation>已计划 %1：%2</translation>
    </message>
    <message>
        <source>Moved %1: %2</source>
        <translation>已移动 %1：%2</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 is protected</source>
        <translation>%1 已受保护</translation>
    </message>
    <message>
        <source>%1 is no longer protected</source>
        <translation>%1 不再受保护</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
</context>
<context>
    <name>PlanFoot</name>
    <message>
        <source>The plan as a table</source>
        <translation>以表格显示的计划</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>隐藏表格</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Draw over free time to plan it. Arrows move the cursor, Alt+arrows a block, Shift+arrows its end.</source>
        <translation>在空闲时间上拖动即可计划。方向键移动光标，Alt+方向键移动时段，Shift+方向键调整结束。</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>The plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>PlanSection</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Work starts at</source>
        <translation>工作开始于</translation>
    </message>
    <message>
        <source>Work ends at</source>
        <translation>工作结束于</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Kairos proposes time in your working hours only; you may plan at any time.</source>
        <translation>Kairos 只在你的工作时间内提出建议；你自己可以计划任何时间。</translation>
    </message>
    <message>
        <source>Deep work a day, at most</source>
        <translation>每天深度工作的上限</translation>
    </message>
    <message>
        <source>Shortest focus block</source>
        <translation>最短的专注时段</translation>
    </message>
    <message>
        <source>Longest focus block</source>
        <translation>最长的专注时段</translation>
    </message>
    <message>
        <source>Free between two blocks</source>
        <translation>两个时段之间的空闲</translation>
    </message>
    <message>
        <source>Focus a week to propose</source>
        <translation>每周建议的专注时间</translation>
    </message>
    <message>
        <source>Beside what you named yourself as flexible blocks on the page Plan.</source>
        <translation>在你自己于“计划”页写下的灵活时段之外。</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Of a calendar</source>
        <translation>来自日历</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>PlanToolbar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>显示今天（T）</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>新建时段</translation>
    </message>
    <message>
        <source>Plan a block (N)</source>
        <translation>计划一个时段（N）</translation>
    </message>
    <message>
        <source>Flexible blocks</source>
        <translation>灵活时段</translation>
    </message>
    <message>
        <source>What you want time for, whenever it fits (F)</source>
        <translation>想做、但时间不固定的事（F）</translation>
    </message>
    <message>
        <source>Suggest my week</source>
        <translation>建议我的一周</translation>
    </message>
    <message>
        <source>Have the next seven days placed (S)</source>
        <translation>为接下来七天安排时间（S）</translation>
    </message>
    <message>
        <source>Earlier (Page up)</source>
        <translation>更早（Page Up）</translation>
    </message>
    <message>
        <source>Later (Page down)</source>
        <translation>更晚（Page Down）</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未遵守</translation>
    </message>
    <message>
        <source>So far %1</source>
        <translation>至今 %1</translation>
    </message>
    <message>
        <source>Kept: %1 of %2</source>
        <translation>已遵守：%1 / %2</translation>
    </message>
    <message>
        <source>Partly: %1 of %2</source>
        <translation>部分遵守：%1 / %2</translation>
    </message>
    <message>
        <source>Missed: %1 of %2</source>
        <translation>未遵守：%1 / %2</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>已计划 %1</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%2 中遵守 %1</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>未确定</translation>
    </message>
    <message>
        <source>From a calendar: change it there</source>
        <translation>来自日历：请在日历中更改</translation>
    </message>
    <message>
        <source>Overlaps %1</source>
        <translation>与 %1 重叠</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Enter accepts, Delete refuses</source>
        <translation>按 Enter 接受，按 Delete 拒绝</translation>
    </message>
    <message>
        <source>Nothing long enough is free between its hours on its days.</source>
        <translation>在它允许的日子和时间里，没有足够长的空闲。</translation>
    </message>
    <message>
        <source>There is free time, but only after its deadline.</source>
        <translation>有空闲时间，但都在截止日期之后。</translation>
    </message>
    <message>
        <source>It would be more deep work than you allow a day.</source>
        <translation>会超过你允许的每日深度工作上限。</translation>
    </message>
    <message>
        <source>Its hours and your working hours have nothing in common.</source>
        <translation>它的时间范围与你的工作时间没有交集。</translation>
    </message>
    <message>
        <source>Others that promise more focus took the time.</source>
        <translation>时间已让给更有望专注的其他时段。</translation>
    </message>
    <message>
        <source>Its deadline has passed.</source>
        <translation>截止日期已过。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n without a place</source>
        <translation>
            <numerusform>%1：%n 个没有安排</numerusform>
        </translation>
    </message>
    <message>
        <source>Placed by the forecast learned from your history.</source>
        <translation>根据从你的记录中学到的预测安排。</translation>
    </message>
    <message>
        <source>Placed by what these hours were like for you so far.</source>
        <translation>根据你以往在这些时间的情况安排。</translation>
    </message>
    <message>
        <source>Too little is recorded to tell good hours from others; all free time counts the same.</source>
        <translation>记录太少，无法区分时间好坏；所有空闲时间同等看待。</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes of focus, as you keep to plans</source>
        <translation>
            <numerusform>约 %n 分钟专注（按你以往做到计划的比例）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n minutes you would focus in</source>
        <translation>
            <numerusform>占用约 %n 分钟本可专注的时间</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 和另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 removed once</source>
        <translation>移除 %1 的一次</translation>
    </message>
    <message>
        <source>%1 removed from that day on</source>
        <translation>自那天起移除 %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>the pack %1 taken in</source>
        <translation>收入资料包 %1</translation>
    </message>
    <message>
        <source>the pack %1 taken back</source>
        <translation>撤回资料包 %1</translation>
    </message>
    <message>
        <source>flexible block %1 added</source>
        <translation>添加灵活时段 %1</translation>
    </message>
    <message>
        <source>flexible block %1 changed</source>
        <translation>更改灵活时段 %1</translation>
    </message>
    <message>
        <source>flexible block %1 removed</source>
        <translation>移除灵活时段 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>PointedChart</name>
    <message>
        <source>Most: %1</source>
        <translation>最多：%1</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Apps never recorded by name</source>
        <translation>从不按名称记录的应用</translation>
    </message>
    <message>
        <source>Name of an app, such as keepassxc</source>
        <translation>应用名称，例如 keepassxc</translation>
    </message>
    <message>
        <source>Titles never recorded</source>
        <translation>从不记录的标题</translation>
    </message>
    <message>
        <source>Part of a title or a pattern, such as bank|salary</source>
        <translation>标题的一部分或模式，例如 银行|工资</translation>
    </message>
    <message>
        <source>Record private-browsing windows by name too</source>
        <translation>隐私浏览窗口也按名称记录</translation>
    </message>
    <message>
        <source>Of an excluded window only the length is kept: no app, no title. What was recorded before stays.</source>
        <translation>被排除的窗口只保留时长，不保留应用和标题。以前的记录保持不变。</translation>
    </message>
    <message>
        <source>Off: of a private window only the length is kept.</source>
        <translation>关闭时：隐私窗口只保留时长。</translation>
    </message>
    <message>
        <source>Try it: start the test, open a private or excluded window, and see what is stored of it.</source>
        <translation>试一试：开始测试，打开一个隐私窗口或被排除的窗口，看看会保存什么。</translation>
    </message>
</context>
<context>
    <name>ProposalRow</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>不要这个</translation>
    </message>
</context>
<context>
    <name>QualityCard</name>
    <message>
        <source>Learned models beside simple rules</source>
        <translation>学习模型与简单规则对照</translation>
    </message>
    <message>
        <source>Each is measured on later weeks of your own history that it had not seen, and used only where it surely beats the rule.</source>
        <translation>每个模型都在它没见过的、你自己之后几周的记录上衡量，只有确实胜过规则时才使用。</translation>
    </message>
    <message>
        <source>No training has been measured yet.</source>
        <translation>还没有衡量过任何训练。</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Make a file of a week to give away</source>
        <translation>把一周做成可以交给别人的文件</translation>
    </message>
    <message>
        <source>Earlier (Alt+Left)</source>
        <translation>更早（Alt+左）</translation>
    </message>
    <message>
        <source>Later (Alt+Right)</source>
        <translation>更晚（Alt+右）</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Compare with as many days before: %1</source>
        <translation>与之前同样多的天数比较：%1</translation>
    </message>
</context>
<context>
    <name>RangeWords</name>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy年M月d日dddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year alone, as in 2026</comment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>the first of two days of one year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>the second of two days of one year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>ddd d</source>
        <translation>d日 ddd</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <translation>yy年M月</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>How focused was the last half hour? (1 hardly, 5 fully)</source>
        <translation>刚才半小时有多专注？（1 几乎没有，5 完全）</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>1 of 5: hardly focused</source>
        <translation>5 分中的 1 分：几乎不专注</translation>
    </message>
    <message>
        <source>2 of 5: a little focused</source>
        <translation>5 分中的 2 分：有点专注</translation>
    </message>
    <message>
        <source>3 of 5: half focused</source>
        <translation>5 分中的 3 分：一半专注</translation>
    </message>
    <message>
        <source>4 of 5: well focused</source>
        <translation>5 分中的 4 分：相当专注</translation>
    </message>
    <message>
        <source>5 of 5: fully focused</source>
        <translation>5 分中的 5 分：完全专注</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Smaller things together</source>
        <translation>其他较小的因素合计</translation>
    </message>
    <message>
        <source>Reads like what is in front</source>
        <translation>内容与前台的相近</translation>
    </message>
    <message>
        <source>Reads like “%1”, which is in front</source>
        <translation>内容与前台的“%1”相近</translation>
    </message>
    <message>
        <source>Used in the same sessions as the last documents</source>
        <translation>与最近的文档在同一时段使用</translation>
    </message>
    <message>
        <source>Used in the same sessions as “%1”</source>
        <translation>与“%1”在同一时段使用</translation>
    </message>
    <message>
        <source>In front %1 ago</source>
        <translation>%1前曾在前台</translation>
    </message>
    <message numerus="yes">
        <source>Opened %n times in the last 28 days</source>
        <translation>
            <numerusform>近 28 天打开过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of its uses are at this time of day</source>
        <translation>它有 %1 的使用在一天的这个时候</translation>
    </message>
    <message>
        <source>Found %1 ago and never opened since</source>
        <translation>%1前发现，之后从未打开</translation>
    </message>
    <message>
        <source>After what was in front lately the model expects it (%1)</source>
        <translation>按最近前台的内容，模型预计会用到它（%1）</translation>
    </message>
    <message>
        <source>Shown to learn from; that happens with a probability of %1</source>
        <translation>为了学习而展示，概率为 %1</translation>
    </message>
    <message>
        <source>How focused the last while was (%1)</source>
        <translation>最近一段时间的专注程度（%1）</translation>
    </message>
    <message>
        <source>Often opened after the last document</source>
        <translation>常在上一份文档之后打开</translation>
    </message>
    <message>
        <source>Often opened after “%1”</source>
        <translation>常在“%1”之后打开</translation>
    </message>
    <message>
        <source>About what you read these days: %1</source>
        <translation>与你最近在读的内容有关：%1</translation>
    </message>
    <message>
        <source>At these hours %1 of your quarter hours were focused</source>
        <translation>在这个钟点，你有 %1 的一刻钟时段是专注的</translation>
    </message>
    <message>
        <source>What the time is for</source>
        <translation>这段时间的用途</translation>
    </message>
    <message>
        <source>The time is for “%1”</source>
        <translation>这段时间用于“%1”</translation>
    </message>
    <message>
        <source>Nothing is planned for %1</source>
        <translation>之后 %1没有安排</translation>
    </message>
    <message>
        <source>It begins in %1</source>
        <translation>%1后开始</translation>
    </message>
    <message>
        <source>You kept to %1 of what was planned at such times</source>
        <translation>这类时段的计划，你做到了 %1</translation>
    </message>
    <message>
        <source>You took such a suggestion before</source>
        <translation>你曾采纳这样的推荐</translation>
    </message>
    <message>
        <source>You opened it when it was suggested</source>
        <translation>推荐时你打开了它</translation>
    </message>
    <message>
        <source>You said “not now”</source>
        <translation>你说过“暂不”</translation>
    </message>
    <message>
        <source>You said it was wrong</source>
        <translation>你说过它不对</translation>
    </message>
    <message>
        <source>You asked for less like this</source>
        <translation>你要求少推荐这类</translation>
    </message>
    <message>
        <source>What you said of suggestions before</source>
        <translation>你对以前推荐的看法</translation>
    </message>
    <message>
        <source>Policy: %1.</source>
        <translation>策略：%1。</translation>
    </message>
    <message>
        <source>%1 It was sure to be shown.</source>
        <translation>%1它必然会被展示。</translation>
    </message>
    <message>
        <source>%1 The probability of it being shown was %2.</source>
        <translation>%1它被展示的概率为 %2。</translation>
    </message>
    <message>
        <source>It rests on simple rules, since no learned model that beat them is in use.</source>
        <translation>它依据简单规则，因为目前没有使用胜过它们的学习模型。</translation>
    </message>
    <message>
        <source>It rests on the model of training run %1, learned from your own history on this computer.</source>
        <translation>它依据第 %1 次训练的模型，该模型在本机从你自己的记录中学得。</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>simple rules</source>
        <translation>简单规则</translation>
    </message>
    <message>
        <source>the forecast of your focus</source>
        <translation>对你专注的预测</translation>
    </message>
    <message>
        <source>your usual hours</source>
        <translation>你惯常的钟点</translation>
    </message>
    <message>
        <source>the suggested week</source>
        <translation>建议的一周</translation>
    </message>
    <message>
        <source>what is worth reading now</source>
        <translation>此刻值得一读</translation>
    </message>
    <message>
        <source>the most recent first</source>
        <translation>最近用过的在前</translation>
    </message>
    <message>
        <source>the best first</source>
        <translation>最好的在前</translation>
    </message>
    <message>
        <source>the best first, with room to learn</source>
        <translation>最好的在前，留有学习余地</translation>
    </message>
    <message>
        <source>tried out, to learn from</source>
        <translation>为了学习而尝试</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>随机</translation>
    </message>
</context>
<context>
    <name>RecorderControl</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>暂停 15 分钟</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>暂停 1 小时</translation>
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation>暂停到明天</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续记录</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Is Kairos seeing everything?</source>
        <translation>Kairos 都看到了吗？</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Your history is locked</source>
        <translation>你的记录已锁定</translation>
    </message>
</context>
<context>
    <name>RecorderNotes</name>
    <message>
        <source>There is no desktop to watch here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start “kairos record” from inside a graphical session, for example at log-in. Over SSH, name the session that is on the screen first: “export DISPLAY=:0” for X11, or “export WAYLAND_DISPLAY=wayland-0 XDG_RUNTIME_DIR=/run/user/$(id -u)” for Wayland.</source>
        <translation>这里没有可以观察的桌面：DISPLAY 和 WAYLAND_DISPLAY 都没有设置。请在图形会话中启动“kairos record”，例如登录时启动。通过 SSH 连接时，请先指明屏幕上的会话：X11 用“export DISPLAY=:0”，Wayland 用“export WAYLAND_DISPLAY=wayland-0 XDG_RUNTIME_DIR=/run/user/$(id -u)”。</translation>
    </message>
    <message>
        <source>This is a Wayland session seen through its X11 side, where the windows of Wayland apps are missing: WAYLAND_DISPLAY is not set. Start Kairos from inside the session to see all windows.</source>
        <translation>当前是 Wayland 会话，但只能通过它的 X11 一侧观察，看不到 Wayland 应用的窗口：WAYLAND_DISPLAY 没有设置。请在会话内启动 Kairos，以便看到所有窗口。</translation>
    </message>
    <message>
        <source>This is a %1 session, watched by “%2”, but a library for it is missing (%3). Install Kairos again in this environment, then start “kairos record”.</source>
        <translation>当前是 %1 会话，由“%2”观察，但缺少所需的库（%3）。请在此环境中重新安装 Kairos，然后启动“kairos record”。</translation>
    </message>
    <message>
        <source>GNOME shows its windows only to its own extensions, so apps and titles cannot be recorded until the small one that comes with Kairos is there. Install it in the settings, or with “kairos gnome-extension install”.</source>
        <translation>GNOME 只让自己的扩展看到窗口，因此在装上 Kairos 附带的小扩展之前无法记录应用和标题。请在设置中安装它，或运行“kairos gnome-extension install”。</translation>
    </message>
    <message>
        <source>Kairos&apos;s GNOME extension is installed but not on, so apps and titles cannot be recorded. Log out and in once; if that is not enough, press Install in the settings again.</source>
        <translation>Kairos 的 GNOME 扩展已安装但未启用，因此无法记录应用和标题。请注销后重新登录一次；如果仍然不行，请在设置中再次点击“安装”。</translation>
    </message>
    <message>
        <source>GNOME Shell hung up; Kairos tries again.</source>
        <translation>GNOME Shell 断开了连接；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>GNOME Shell is not on the session&apos;s D-Bus; Kairos tries again.</source>
        <translation>会话的 D-Bus 上没有 GNOME Shell；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The GNOME extension cannot be put into %1: %2. Make the folder writable.</source>
        <translation>无法把 GNOME 扩展放入 %1：%2。请让该文件夹可写。</translation>
    </message>
    <message>
        <source>The GNOME extension cannot be deleted: %1.</source>
        <translation>无法删除 GNOME 扩展：%1。</translation>
    </message>
    <message>
        <source>KWin does not accept scripts here, so apps and titles cannot be recorded.</source>
        <translation>这里的 KWin 不接受脚本，因此无法记录应用和标题。</translation>
    </message>
    <message>
        <source>This version of KWin does not say when input stops, so time away is not recognised.</source>
        <translation>此版本的 KWin 不报告输入何时停止，因此无法识别离开的时间。</translation>
    </message>
    <message>
        <source>KWin hung up; Kairos tries again.</source>
        <translation>KWin 断开了连接；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>KWin is not on the session&apos;s D-Bus; Kairos tries again.</source>
        <translation>会话的 D-Bus 上没有 KWin；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>KWin did not run Kairos&apos;s script; Kairos tries again.</source>
        <translation>KWin 没有运行 Kairos 的脚本；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>No local D-Bus was found: locking and suspending are not noticed.</source>
        <translation>没有找到本机的 D-Bus：无法察觉锁屏和睡眠。</translation>
    </message>
    <message>
        <source>The bus is gone; Kairos tries again.</source>
        <translation>总线已断开；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus is gone; Kairos tries again.</source>
        <translation>会话的 D-Bus 已断开；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus does not answer; Kairos tries again.</source>
        <translation>会话的 D-Bus 没有应答；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>This session has no D-Bus: DBUS_SESSION_BUS_ADDRESS is not set.</source>
        <translation>此会话没有 D-Bus：DBUS_SESSION_BUS_ADDRESS 没有设置。</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus is reached over a network (DBUS_SESSION_BUS_ADDRESS does not start with “unix:”). Kairos uses local buses only.</source>
        <translation>会话的 D-Bus 要经过网络才能到达（DBUS_SESSION_BUS_ADDRESS 不以“unix:”开头）。Kairos 只使用本机的总线。</translation>
    </message>
    <message>
        <source>%1 refused %2 (%3).</source>
        <translation>%1 拒绝了 %2（%3）。</translation>
    </message>
    <message>
        <source>This is not a Wayland session: WAYLAND_DISPLAY is not set.</source>
        <translation>当前不是 Wayland 会话：WAYLAND_DISPLAY 没有设置。</translation>
    </message>
    <message>
        <source>The Wayland session cannot be found: XDG_RUNTIME_DIR is not set.</source>
        <translation>找不到 Wayland 会话：XDG_RUNTIME_DIR 没有设置。</translation>
    </message>
    <message>
        <source>The Wayland compositor hung up; Kairos tries again.</source>
        <translation>Wayland 合成器断开了连接；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The Wayland compositor hung up (%1); Kairos tries again.</source>
        <translation>Wayland 合成器断开了连接（%1）；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The Wayland connection is not open.</source>
        <translation>Wayland 连接没有打开。</translation>
    </message>
    <message>
        <source>The Wayland compositor does not answer; Kairos tries again.</source>
        <translation>Wayland 合成器没有应答；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>This compositor does not show its windows to other programs (it lacks wlr-foreign-toplevel-management), so apps and titles cannot be recorded.</source>
        <translation>此合成器不让其他程序看到窗口（缺少 wlr-foreign-toplevel-management），因此无法记录应用和标题。</translation>
    </message>
    <message>
        <source>This compositor lists its windows but does not say which one is in front (it lacks wlr-foreign-toplevel-management), so apps and titles cannot be recorded.</source>
        <translation>此合成器会列出窗口，但不说明哪个在最前面（缺少 wlr-foreign-toplevel-management），因此无法记录应用和标题。</translation>
    </message>
    <message>
        <source>This compositor does not say when input stops, so time away is not recognised.</source>
        <translation>此合成器不报告输入何时停止，因此无法识别离开的时间。</translation>
    </message>
    <message>
        <source>The compositor stopped naming its windows; Kairos tries again.</source>
        <translation>合成器不再报告窗口；Kairos 正在重试。</translation>
    </message>
    <message>
        <source>The window manager does not announce the active window; Kairos follows the keyboard focus instead.</source>
        <translation>窗口管理器不报告活动窗口；Kairos 改为跟随键盘焦点。</translation>
    </message>
    <message>
        <source>The X server does not tell how long there was no input; time away counts as active.</source>
        <translation>X 服务器不报告多久没有输入；离开的时间会算作活动时间。</translation>
    </message>
    <message>
        <source>The X server of display %1 does not answer or refuses this user.</source>
        <translation>显示 %1 的 X 服务器没有应答，或拒绝了当前用户。</translation>
    </message>
    <message>
        <source>The X server went away.</source>
        <translation>X 服务器已消失。</translation>
    </message>
    <message>
        <source>The X server ended the connection.</source>
        <translation>X 服务器结束了连接。</translation>
    </message>
    <message>
        <source>A Wayland session has taken this display.</source>
        <translation>这个显示现在属于一个 Wayland 会话。</translation>
    </message>
    <message>
        <source>Start Kairos from inside the desktop session.</source>
        <translation>请在桌面会话内启动 Kairos。</translation>
    </message>
    <message>
        <source>Kairos tries again until it is back.</source>
        <translation>Kairos 会一直重试，直到它恢复。</translation>
    </message>
    <message>
        <source>DISPLAY is “%1”, which names no screen. It should look like “:0”.</source>
        <translation>DISPLAY 的值“%1”不是屏幕的名称。它应当形如“:0”。</translation>
    </message>
    <message>
        <source>No screen was found: DISPLAY is not set. Start Kairos from inside a desktop session.</source>
        <translation>没有找到屏幕：DISPLAY 没有设置。请在桌面会话内启动 Kairos。</translation>
    </message>
    <message>
        <source>DISPLAY is “%1”, a screen reached over the network. Kairos watches only a screen of this machine and never opens a network connection.</source>
        <translation>DISPLAY 的值“%1”是要经过网络才能到达的屏幕。Kairos 只观察本机的屏幕，从不打开网络连接。</translation>
    </message>
    <message>
        <source>The desktop could not be read; trying again.</source>
        <translation>无法读取桌面；正在重试。</translation>
    </message>
    <message>
        <source>There is no room left on the disk that holds %1. Free some space; nothing is lost.</source>
        <translation>%1 所在的磁盘已没有空间。请腾出一些空间；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>%1 or its folder cannot be written. See that the disk is not mounted read-only and that this account may write there.</source>
        <translation>%1 或它所在的文件夹无法写入。请确认磁盘不是以只读方式挂载，并且当前账户可以在那里写入。</translation>
    </message>
    <message>
        <source>Another program has held %1 for too long. Close it and try again.</source>
        <translation>另一个程序占用 %1 的时间过长。请关闭它再试。</translation>
    </message>
    <message>
        <source>%1 was removed or replaced while Kairos ran. Close Kairos and open it again.</source>
        <translation>Kairos 运行期间，%1 被移走或替换。请关闭 Kairos 后重新打开。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. Check the disk and the folder.</source>
        <translation>%1 无法使用：%2。请检查磁盘和文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written (%2). Check the disk; Kairos will try again.</source>
        <translation>%1 无法读取或写入（%2）。请检查磁盘；Kairos 会重试。</translation>
    </message>
    <message>
        <source>%1 is not a database of Kairos and was left as it is. Move it away, or choose another folder with --profile.</source>
        <translation>%1 不是 Kairos 的数据库，已原样保留。请把它移走，或用 --profile 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Kairos (schema %2; this one knows up to %3) and was left as it is. Install the newer Kairos again.</source>
        <translation>%1 由更新版本的 Kairos 写入（结构版本 %2；当前版本最高支持 %3），已原样保留。请重新安装较新的 Kairos。</translation>
    </message>
    <message>
        <source>Too many parts of Kairos use the database at once. Try again.</source>
        <translation>Kairos 有太多部分同时使用数据库。请重试。</translation>
    </message>
    <message>
        <source>The shortcut “%1” cannot be read. Write it as Ctrl+Alt+F.</source>
        <translation>无法识别快捷键“%1”。请写成 Ctrl+Alt+F 的形式。</translation>
    </message>
    <message>
        <source>%1 is damaged. Copies of it lie in %2. Close Kairos and open it again: what can be saved is saved then, or at once with: kairos check --repair.</source>
        <translation>%1 已损坏。它的副本在 %2。请关闭 Kairos 再重新打开：届时会抢救可以恢复的内容；也可立即运行：kairos check --repair。</translation>
    </message>
    <message>
        <source>%1 is encrypted. Unlock it with its passphrase or its recovery code; it was left as it is.</source>
        <translation>%1 已加密。请用口令或恢复码解锁；文件已原样保留。</translation>
    </message>
    <message>
        <source>%1 does not open with this key, or it is damaged, and was left as it is. Use the passphrase or recovery code it was last locked with; a file from the folder %2 may open as well.</source>
        <translation>%1 无法用这个密钥打开，或已损坏；文件已原样保留。请使用最后一次加锁时的口令或恢复码；文件夹 %2 中的文件也许也能打开。</translation>
    </message>
    <message>
        <source>%1 is not encrypted although this profile has a key, and was left as it is. Somebody may have put it there. Move it away, and the newest backup takes its place with: kairos backup restore newest</source>
        <translation>%1 没有加密，而此配置有密钥；文件已原样保留。可能是有人放在那里的。请把它移走，然后运行以下命令，最新的备份就会取代它：kairos backup restore newest</translation>
    </message>
    <message>
        <source>The shortcut “%1” belongs to another program. Choose other keys in the settings.</source>
        <translation>快捷键“%1”已被另一个程序占用。请在设置中选择其他按键。</translation>
    </message>
    <message>
        <source>This desktop tells no program the keys of others, so the shortcut “%1” is not heard. In the desktop&apos;s own settings, let it run: kairos focus toggle</source>
        <translation>此桌面不会把按键告诉其他程序，因此收不到快捷键“%1”。请在桌面自己的设置中，让该快捷键运行：kairos focus toggle</translation>
    </message>
</context>
<context>
    <name>RecorderWords</name>
    <message>
        <source>Recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not saving</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>Cannot see</source>
        <translation>看不到</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Sample days; nothing is recorded</source>
        <translation>示例数据；不记录任何内容</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>已暂停至 %1</translation>
    </message>
    <message>
        <source>Recording what is in front</source>
        <translation>正在记录前台窗口</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>已暂停，直到你继续</translation>
    </message>
    <message>
        <source>Recording, but nothing can be written to disk</source>
        <translation>正在记录，但无法写入磁盘</translation>
    </message>
    <message>
        <source>Running, but this desktop cannot be watched</source>
        <translation>正在运行，但无法查看此桌面</translation>
    </message>
    <message>
        <source>The recorder is not running</source>
        <translation>记录程序未运行</translation>
    </message>
    <message>
        <source>The recorder is starting</source>
        <translation>记录程序正在启动</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Keep this recovery code</source>
        <translation>请保存这个恢复码</translation>
    </message>
    <message>
        <source>Your history is encrypted. This code opens it, too, where the keyring of this computer is lost or the passphrase forgotten.</source>
        <translation>你的记录是加密的。这台电脑的密钥环丢失，或者忘记了密码短语时，这个恢复码也能打开它。</translation>
    </message>
    <message>
        <source>Your history is encrypted. The keyring of this computer opens it without a word, until that is lost: with a new computer, a new password, a broken disk. Then this code opens it, and nothing else does.</source>
        <translation>你的记录是加密的。平时由这台电脑的密钥环自动打开，直到密钥环丢失：换了电脑、改了密码、磁盘损坏。那时只有这个恢复码能打开它。</translation>
    </message>
    <message>
        <source>Write it down or print it, and keep it away from this computer. It is shown this once; Kairos cannot show it again. It takes the place of a code from before once you press “I have kept it”.</source>
        <translation>请抄写或打印下来，放在这台电脑以外的地方。它只显示这一次；Kairos 无法再次显示。按下“我已保存好”之后，它才会取代之前的恢复码。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Ask me next time</source>
        <translation>下次再问我</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>我已保存好</translation>
    </message>
    <message>
        <source>Recovery code for the history Kairos keeps. It opens it where the keyring is lost.</source>
        <translation>Kairos 所存记录的恢复码。密钥环丢失时用它打开。</translation>
    </message>
    <message>
        <source>Copied. Paste it where it is kept away from this computer.</source>
        <translation>已复制。请粘贴到这台电脑以外的地方保存。</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <source>Saved to %1. Move it away from this computer.</source>
        <translation>已保存到 %1。请把它移到这台电脑以外的地方。</translation>
    </message>
</context>
<context>
    <name>RekeyDialog</name>
    <message>
        <source>Your passphrase, to keep it; else it opens nothing any more</source>
        <translation>要保留密码短语，请输入它；否则它将失效</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>The database, its backups and the learned models are written anew with another key. For the day somebody may have come by the present one. The recovery code becomes another one, too. Kairos opens anew afterwards.</source>
        <translation>数据库、备份和学到的模型会用另一个密钥重新写入，适用于现有密钥可能已经泄露的情况。恢复码也会更换。完成后 Kairos 会重新打开。</translation>
    </message>
    <message>
        <source>Change the key.</source>
        <translation>更换密钥。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>This is not your passphrase. Nothing was changed.</source>
        <translation>这不是你的密码短语。没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>RemoveSlotDialog</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>It opens the data no more. The others go on opening it; the data itself stays as it is.</source>
        <translation>它将不能再打开数据，其他方式仍然可以；数据本身不变。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>确认移除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message>
        <source>without end</source>
        <translation>不结束</translation>
    </message>
    <message>
        <source>until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>so many times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Every week on</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every second week on</source>
        <translation>每两周</translation>
    </message>
    <message>
        <source>Every month on day %1</source>
        <translation>每月 %1 日</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>By a rule (RRULE)</source>
        <translation>按规则（RRULE）</translation>
    </message>
    <message>
        <source>How it repeats</source>
        <translation>如何重复</translation>
    </message>
    <message>
        <source>How long it repeats</source>
        <translation>重复到何时</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Rule of RFC 5545</source>
        <translation>RFC 5545 规则</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Focus score</source>
        <translation>专注得分</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Longest stretch</source>
        <translation>最长的一段</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切换次数</translation>
    </message>
    <message>
        <source>Too little was recorded to say more.</source>
        <translation>记录太少，无法说得更多。</translation>
    </message>
    <message>
        <source>Nothing came between.</source>
        <translation>没有被打断。</translation>
    </message>
    <message numerus="yes">
        <source>%n interruption(s): %1.</source>
        <translation>
            <numerusform>%n 次打断：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them distracting.</source>
        <translation>
            <numerusform>其中 %n 次是分心。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Private or excluded</source>
        <translation>隐私或已排除</translation>
    </message>
    <message>
        <source>No window</source>
        <translation>无窗口</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>无项目</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1%</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>与之前相同</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Nothing recorded in this time</source>
        <translation>这段时间没有记录</translation>
    </message>
    <message>
        <source>What you do from now on shows here.</source>
        <translation>从现在起的活动会显示在这里。</translation>
    </message>
    <message>
        <source>Choose other days above.</source>
        <translation>请在上方选择其他日期。</translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation>显示“今天”</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>显示今天</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>RestoreBackup</name>
    <message>
        <source>Go back to a backup</source>
        <translation>恢复到备份</translation>
    </message>
    <message>
        <source>Everything goes back to how it was on %1. The present state is kept as a backup before, so that this can be undone. Kairos opens anew afterwards.</source>
        <translation>一切都会恢复到 %1 的状态。现在的状态会先备份，所以可以撤销。完成后 Kairos 会重新打开。</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会改变的内容</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Go back to this state.</source>
        <translation>恢复到这个状态。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Would be gone:</source>
        <translation>将会消失：</translation>
    </message>
    <message>
        <source>Would be there again:</source>
        <translation>将会恢复：</translation>
    </message>
    <message>
        <source>Nothing would change: it holds what is there now.</source>
        <translation>不会有变化：它与现在的内容相同。</translation>
    </message>
</context>
<context>
    <name>ResultFoot</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>/ searches · Enter opens · Ctrl+Enter shows in folder · Ctrl+C copies the path</source>
        <translation>/ 搜索 · Enter 打开 · Ctrl+Enter 在文件夹中显示 · Ctrl+C 复制路径</translation>
    </message>
    <message>
        <source>Sort by meaning too</source>
        <translation>也按含义排序</translation>
    </message>
    <message>
        <source>Words only: choose a language model</source>
        <translation>仅按词语：选择语言模型</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Documents found</source>
        <translation>找到的文档</translation>
    </message>
    <message>
        <source>Enter opens a document, Ctrl+Enter shows it in its folder, Ctrl+C copies its path.</source>
        <translation>Enter 打开文档，Ctrl+Enter 在文件夹中显示，Ctrl+C 复制路径。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>What would be dropped</source>
        <translation>将要清除的内容</translation>
    </message>
    <message>
        <source>With the days set now, this would be dropped, and from then on once a day what has become too old. Totals of days stay.</source>
        <translation>按现在设置的天数，会清除这些内容；之后每天清除一次过期的内容。每天的总计会保留。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>I agree. What was dropped is not kept anywhere but in backups.</source>
        <translation>我同意。清除的内容除备份外不再保留。</translation>
    </message>
    <message>
        <source>Backups made before keep it until they are thinned out, at the latest in about nine months; Erase removes it from backups, too.</source>
        <translation>之前的备份仍保留这些内容，直到备份被逐步清理，最迟约九个月；用“删除”可连同备份一起删除。</translation>
    </message>
    <message>
        <source>Agree and drop</source>
        <translation>同意并清除</translation>
    </message>
    <message>
        <source>Titles, sites and names of files before %1</source>
        <translation>%1 之前的标题、网站和文件名</translation>
    </message>
    <message>
        <source>Apps and hours before %1</source>
        <translation>%1 之前的应用和小时</translation>
    </message>
    <message>
        <source>Nothing is that old yet.</source>
        <translation>还没有这么旧的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretches lose their title, site and document</source>
        <translation>
            <numerusform>%Ln 段将失去标题、网站和文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles go with them</source>
        <translation>
            <numerusform>%Ln 个标题会随之清除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretches come down to totals of days</source>
        <translation>
            <numerusform>%Ln 段将只保留每天的总计</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections become part of the record</source>
        <translation>
            <numerusform>%Ln 项更正将并入记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions, changes of the plan and notifications</source>
        <translation>
            <numerusform>%Ln 条问答、计划改动和通知</numerusform>
        </translation>
    </message>
    <message>
        <source>no day: they are kept for ever</source>
        <translation>（不限：永久保留）</translation>
    </message>
    <message>
        <source>The rest goes with the next days.</source>
        <translation>其余的会在接下来几天清除。</translation>
    </message>
    <message>
        <source>Dropped:</source>
        <translation>已清除：</translation>
    </message>
</context>
<context>
    <name>RetentionSection</name>
    <message>
        <source>How long it is kept</source>
        <translation>保留多久</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Look what would go…</source>
        <translation>查看会清除什么…</translation>
    </message>
    <message>
        <source>Drop nothing any more</source>
        <translation>不再清除</translation>
    </message>
    <message>
        <source>Window titles, sites, names of files</source>
        <translation>窗口标题、网站、文件名</translation>
    </message>
    <message>
        <source>When which app was in front</source>
        <translation>何时使用哪个应用</translation>
    </message>
    <message>
        <source>Totals of days, by app and category, are kept for ever. What you wrote yourself stays until you remove it.</source>
        <translation>按应用和类别的每日总计会永久保留。你自己写的内容会一直保留，直到你删除。</translation>
    </message>
    <message>
        <source>You agreed: what is older is dropped once a day.</source>
        <translation>你已同意：每天清除一次过期的内容。</translation>
    </message>
    <message>
        <source>Nothing is dropped yet. Look what would go, then agree or leave it.</source>
        <translation>目前不会清除任何内容。先查看会清除什么，再决定是否同意。</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Recall</source>
        <translation>回忆</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>开始复习</translation>
    </message>
    <message>
        <source>Show the answer (Space)</source>
        <translation>显示答案（空格）</translation>
    </message>
    <message>
        <source>1 Forgotten</source>
        <translation>1 忘了</translation>
    </message>
    <message>
        <source>2 Hard</source>
        <translation>2 吃力</translation>
    </message>
    <message>
        <source>3 Good</source>
        <translation>3 不错</translation>
    </message>
    <message>
        <source>4 Easy</source>
        <translation>4 轻松</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤销上一个</translation>
    </message>
    <message>
        <source>Make cards…</source>
        <translation>制作卡片…</translation>
    </message>
    <message numerus="yes">
        <source>%n cards are due. They are asked when they are about to be forgotten.</source>
        <translation>
            <numerusform>有 %n 张卡片到期。它们会在快要忘记时被问到。</numerusform>
        </translation>
    </message>
    <message>
        <source>No card is due. Make cards of your own notes; nothing is invented, and you confirm each.</source>
        <translation>没有到期的卡片。可用自己的笔记制作卡片；不会凭空编造，每张都由你确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n left · Space shows the answer, 1 to 4 say how it went</source>
        <translation>
            <numerusform>剩 %n 张 · 空格显示答案，1 到 4 表示记得如何</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RibbonCard</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Day ribbon</source>
        <translation>一天色带</translation>
    </message>
    <message>
        <source>Arrow keys walk through the day, Enter shows it as a table.</source>
        <translation>方向键逐段浏览这一天，回车键以表格显示。</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>The day as a table</source>
        <translation>以表格显示当天</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>隐藏表格</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Point at the day or press the arrow keys to see what was when.</source>
        <translation>指向色带或按方向键，查看各个时刻的活动。</translation>
    </message>
</context>
<context>
    <name>RoutinesCard</name>
    <message>
        <source>Routines</source>
        <translation>日常规律</translation>
    </message>
    <message>
        <source>Too little history to tell: it takes 30 days with an hour of activity.</source>
        <translation>记录太少，无法判断：需要 30 个至少有一小时活动的日子。</translation>
    </message>
    <message>
        <source>There are no clear kinds of day.</source>
        <translation>没有明显不同的日子类型。</translation>
    </message>
    <message>
        <source>The %1 strongest of %2 are shown.</source>
        <translation>共 %2 条，这里列出最强的 %1 条。</translation>
    </message>
    <message>
        <source>A typical one: %1</source>
        <translation>典型的一天：%1</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>统计明细</translation>
    </message>
    <message>
        <source>No habit stands out from chance.</source>
        <translation>没有哪种习惯明显多于偶然。</translation>
    </message>
    <message>
        <source>These meet more often than chance would have it. That does not say which leads to which.</source>
        <translation>这些一同出现的次数明显多于偶然，但这并不说明谁引起谁。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n days are alike</source>
        <translation>
            <numerusform>有 %n 天彼此相似</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at the weekend (other days %2)</source>
        <translation>%1 在周末（其他日子 %2）</translation>
    </message>
    <message>
        <source>active for %1 (other days %2)</source>
        <translation>活动 %1（其他日子 %2）</translation>
    </message>
    <message>
        <source>beginning at %1 (other days %2)</source>
        <translation>%1 开始（其他日子 %2）</translation>
    </message>
    <message>
        <source>ending at %1 (other days %2)</source>
        <translation>%1 结束（其他日子 %2）</translation>
    </message>
    <message>
        <source>%1 of the time on %3 (other days %2)</source>
        <translation>%1 的时间用于%3（其他日子 %2）</translation>
    </message>
    <message>
        <source>all of them at the weekend</source>
        <translation>都在周末</translation>
    </message>
    <message>
        <source>none of them at the weekend</source>
        <translation>都不在周末</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>In use</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>匹配条件</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>计为</translation>
    </message>
</context>
<context>
    <name>RuleTarget</name>
    <message>
        <source>Kind of label</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>RuleTrial</name>
    <message>
        <source>What it would match</source>
        <translation>会匹配的窗口</translation>
    </message>
    <message>
        <source>What it would not match</source>
        <translation>不会匹配的窗口</translation>
    </message>
    <message>
        <source>Matches: %1 windows, %2</source>
        <translation>匹配：%1 个窗口，%2</translation>
    </message>
    <message>
        <source>Does not match: %1 windows, %2</source>
        <translation>不匹配：%1 个窗口，%2</translation>
    </message>
    <message>
        <source>Nothing in your history matches.</source>
        <translation>历史记录中没有匹配项。</translation>
    </message>
    <message>
        <source>Tried on the %1 windows with the most time.</source>
        <translation>仅在用时最多的 %1 个窗口上试算。</translation>
    </message>
    <message>
        <source>The longest ones count now as: %1</source>
        <translation>其中用时最长的目前计为：%1</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Does not match</source>
        <translation>不匹配</translation>
    </message>
</context>
<context>
    <name>RuleView</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is like</source>
        <translation>形如</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配正则</translation>
    </message>
    <message>
        <source>All of it; one text a line, any of them fits</source>
        <translation>全部内容；每行一个，符合任一即可</translation>
    </message>
    <message>
        <source>A part of it; one text a line, any of them fits</source>
        <translation>部分内容；每行一个，符合任一即可</translation>
    </message>
    <message>
        <source>* is any text, ? one character; one text a line</source>
        <translation>* 代表任意文字，? 代表一个字符；每行一个</translation>
    </message>
    <message>
        <source>A regular expression; one a line</source>
        <translation>正则表达式；每行一个</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>非（%1）</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1等，另有 %2 个</translation>
    </message>
    <message>
        <source>The very same match is in a later rule, which decides: %1</source>
        <translation>靠后的一条规则匹配条件完全相同，以它为准：%1</translation>
    </message>
    <message>
        <source>Never decides: another rule wins each time: %1</source>
        <translation>从不生效：每次都由另一条规则决定：%1</translation>
    </message>
    <message>
        <source>Matches nothing in your history.</source>
        <translation>在历史记录中没有匹配项。</translation>
    </message>
    <message>
        <source>Its category is gone.</source>
        <translation>它的类别已不存在。</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Goals for it go too; blocks and corrections that name it name none then.</source>
        <translation>为它设的目标也会一并删除；提到它的时段和更正将不再带有类别。</translation>
    </message>
    <message>
        <source>Remove the category “%1”?</source>
        <translation>移除类别“%1”？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Category removed</source>
        <translation>已删除类别</translation>
    </message>
    <message numerus="yes">
        <source>%n rules go with it.</source>
        <translation>
            <numerusform>将同时移除 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n categories below it move up.</source>
        <translation>
            <numerusform>其下 %n 个类别将上移一级。</numerusform>
        </translation>
    </message>
    <message>
        <source>The time it counted is sorted anew by the other rules.</source>
        <translation>原先计入它的时间将由其他规则重新归类。</translation>
    </message>
    <message>
        <source>Undo brings all of it back.</source>
        <translation>可以撤销，一切都会恢复。</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>规则已修改</translation>
    </message>
    <message>
        <source>Rule removed</source>
        <translation>规则已删除</translation>
    </message>
    <message>
        <source>Rule switched on</source>
        <translation>规则已启用</translation>
    </message>
    <message>
        <source>Rule switched off</source>
        <translation>规则已停用</translation>
    </message>
    <message>
        <source>Rule moved</source>
        <translation>规则已移动</translation>
    </message>
</context>
<context>
    <name>RulesExchange</name>
    <message>
        <source>Rules (*.toml *.json)</source>
        <translation>规则 (*.toml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>%1 holds %2 categories and %3 rules; of these %4 categories and %5 rules are new.</source>
        <translation>%1 包含 %2 个类别和 %3 条规则，其中 %4 个类别和 %5 条规则是新的。</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>未采用：</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>请注意：</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>导出规则</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>No rules yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>Rules sort apps, sites and documents into categories, so that reports say what the time went into. The starter rules know many common programs and sites; you can change all of them.</source>
        <translation>规则把应用、网站和文档归入类别，报告才能说明时间用在了哪里。入门规则认识许多常用的程序和网站，全部都可以修改。</translation>
    </message>
    <message>
        <source>Install starter rules</source>
        <translation>安装入门规则</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Add category…</source>
        <translation>添加类别…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>添加规则…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Move up: later rules win</source>
        <translation>上移：靠后的规则优先</translation>
    </message>
    <message>
        <source>Move down: later rules win</source>
        <translation>下移：靠后的规则优先</translation>
    </message>
    <message>
        <source>Edit category</source>
        <translation>编辑类别</translation>
    </message>
    <message>
        <source>Remove category</source>
        <translation>移除类别</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>编辑规则</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>移除规则</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>Rules of projects</source>
        <translation>项目规则</translation>
    </message>
    <message>
        <source>Rules of tags</source>
        <translation>标签规则</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation>“%1”的规则</translation>
    </message>
    <message>
        <source>Where several rules match, the deepest category wins, then the more specific field (document, site, title, app), then the later rule.</source>
        <translation>多条规则同时匹配时，层级最深的类别优先，其次是更具体的对象（文档、网站、标题、应用），再次是靠后的规则。</translation>
    </message>
</context>
<context>
    <name>RulesToolbar</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Sorting the history anew</source>
        <translation>正在重新归类历史记录</translation>
    </message>
    <message>
        <source>Rules or ActivityWatch categories from a file…</source>
        <translation>从文件导入规则或 ActivityWatch 类别…</translation>
    </message>
    <message>
        <source>Starter rules that are not there yet</source>
        <translation>尚不存在的入门规则</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Pack that somebody gave you…</source>
        <translation>别人给你的资料包…</translation>
    </message>
    <message>
        <source>Rule pack of Kairos…</source>
        <translation>Kairos 规则包…</translation>
    </message>
    <message>
        <source>Categories for ActivityWatch…</source>
        <translation>ActivityWatch 类别文件…</translation>
    </message>
    <message>
        <source>Pack to hand on…</source>
        <translation>可转交的资料包…</translation>
    </message>
    <message>
        <source>Sorting the history anew: %1 of %2</source>
        <translation>正在重新归类历史记录：%1 / %2</translation>
    </message>
</context>
<context>
    <name>RunningView</name>
    <message>
        <source>Take a break</source>
        <translation>休息一下</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束本次专注</translation>
    </message>
    <message>
        <source>The work is done and you have just changed to something else: a good moment.</source>
        <translation>工作时间已到，而且你刚换了任务：正是休息的好时机。</translation>
    </message>
    <message>
        <source>End the break</source>
        <translation>结束休息</translation>
    </message>
    <message>
        <source>Time so far</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Worked %1</source>
        <translation>已工作 %1</translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>From training to training</source>
        <translation>历次训练</translation>
    </message>
    <message>
        <source>Model whose quality is shown</source>
        <translation>显示哪个模型的质量</translation>
    </message>
    <message>
        <source>Quality from training to training</source>
        <translation>历次训练的质量</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Learned model</source>
        <translation>学习模型</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>处理器时间</translation>
    </message>
    <message>
        <source>Better than the rule</source>
        <translation>优于规则</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1，使用中</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvagedBox</name>
    <message>
        <source>The database was damaged, and was put right</source>
        <translation>数据库曾损坏，现已修复</translation>
    </message>
    <message>
        <source>The database was gone or empty, and is back</source>
        <translation>数据库曾丢失或为空，现已恢复</translation>
    </message>
    <message>
        <source>Nothing could be read from it; the backup of %1 was put in its place.</source>
        <translation>无法从中读取任何内容；已用 %1 的备份代替。</translation>
    </message>
    <message>
        <source>Nothing could be read from it, and there is no backup: your history begins anew.</source>
        <translation>无法从中读取任何内容，也没有备份：历史记录将重新开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read from it.</source>
        <translation>
            <numerusform>从中读取了 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came from the backup of %1.</source>
        <translation>
            <numerusform>有 %n 行来自 %1 的备份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost: %1.</source>
        <translation>丢失：%1。</translation>
    </message>
    <message>
        <source>Nothing is known to be lost.</source>
        <translation>没有发现丢失的内容。</translation>
    </message>
    <message>
        <source>The damaged file is kept in %1</source>
        <translation>损坏的文件保存在 %1</translation>
    </message>
</context>
<context>
    <name>ScopeTree</name>
    <message>
        <source>Categories, projects and tags</source>
        <translation>类别、项目和标签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Taken from the category above</source>
        <translation>沿用上级类别</translation>
    </message>
    <message>
        <source>Colour taken from the category above</source>
        <translation>颜色沿用上级类别</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search titles and apps  ( / )</source>
        <translation>搜索标题和应用（ / ）</translation>
    </message>
    <message>
        <source>Search titles and apps</source>
        <translation>搜索标题和应用</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Search in your documents</source>
        <translation>在你的文档中搜索</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) can be found</source>
        <translation>
            <numerusform>可搜索 %Ln 份文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Look at the spelling, use fewer words, or look at which folders are read and what could not be.</source>
        <translation>请检查拼写、减少词语，或查看读取了哪些文件夹、哪些文件无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln 份文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the best %Ln document(s)</source>
        <translation>
            <numerusform>最相关的 %Ln 份文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 by words · looking by meaning…</source>
        <translation>按词语找到 %1 · 正在按含义查找…</translation>
    </message>
    <message>
        <source>%1 by words and meaning</source>
        <translation>按词语和含义找到 %1</translation>
    </message>
    <message>
        <source>%1 by words</source>
        <translation>按词语找到 %1</translation>
    </message>
</context>
<context>
    <name>SearchStart</name>
    <message>
        <source>Ways to ask</source>
        <translation>搜索方式</translation>
    </message>
    <message>
        <source>Words are found, meaning is not: there is no language model yet that Kairos could use.</source>
        <translation>目前只能按词语查找，还没有 Kairos 可用的语言模型来按含义查找。</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>选择语言模型</translation>
    </message>
    <message>
        <source>budget plan</source>
        <translation>预算 计划</translation>
    </message>
    <message>
        <source>documents with these words, or that are about this</source>
        <translation>含有这些词语或与此有关的文档</translation>
    </message>
    <message>
        <source>&quot;annual report&quot;</source>
        <translation>&quot;年度报告&quot;</translation>
    </message>
    <message>
        <source>exactly these words beside each other</source>
        <translation>完全一致、彼此相邻的词语</translation>
    </message>
    <message>
        <source>report -draft</source>
        <translation>报告 -草稿</translation>
    </message>
    <message>
        <source>with the first word and without the second</source>
        <translation>含有前一个词而不含后一个</translation>
    </message>
    <message>
        <source>type:pdf</source>
        <translation>类型:pdf</translation>
    </message>
    <message>
        <source>of one kind only: pdf, docx, xlsx, pptx, markdown, code, email …</source>
        <translation>只要一种类型：pdf、docx、xlsx、pptx、markdown、code、email…</translation>
    </message>
    <message>
        <source>in:work</source>
        <translation>位于:工作</translation>
    </message>
    <message>
        <source>in a folder of this name, and below it</source>
        <translation>在这个名称的文件夹及其下级中</translation>
    </message>
    <message>
        <source>after:2026-01</source>
        <translation>晚于:2026-01</translation>
    </message>
    <message>
        <source>changed since then; before: works too</source>
        <translation>此后更改过的；也可以用“早于:”</translation>
    </message>
    <message>
        <source>used:&quot;last week&quot;</source>
        <translation>用于:上周</translation>
    </message>
    <message>
        <source>that you had open then: today, yesterday, this month …</source>
        <translation>那段时间打开过的：今天、昨天、本月…</translation>
    </message>
</context>
<context>
    <name>SeenTable</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Title or site</source>
        <translation>标题或网站</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SeriesQuestion</name>
    <message>
        <source>%1 repeats. Which of its times do you mean?</source>
        <translation>%1 是重复的。你指的是哪几次？</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>仅这一次</translation>
    </message>
    <message>
        <source>This and all later ones</source>
        <translation>这一次及以后所有</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>What came of the session</source>
        <translation>本次专注的结果</translation>
    </message>
    <message>
        <source>Focus session</source>
        <translation>专注</translation>
    </message>
</context>
<context>
    <name>SessionRating</name>
    <message>
        <source>How focused were you in your own eyes? (1 hardly, 5 fully)</source>
        <translation>你自己觉得有多专注？（1 几乎没有，5 完全专注）</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>The work is done: a good moment.</source>
        <translation>工作时间已到：正是好时机。</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Focus sessions</source>
        <translation>专注记录</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>The sessions of so many days take a moment: all activities are read.</source>
        <translation>这么多天的专注需要一点时间：要读取所有活动。</translation>
    </message>
    <message>
        <source>No session was started in this time, nor seen in what was recorded.</source>
        <translation>这段时间内没有开始过专注，记录中也没有发现。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>为了什么</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>专注</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
</context>
<context>
    <name>ShareWeek</name>
    <message>
        <source>Share my week</source>
        <translation>分享我的一周</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>What to share</source>
        <translation>分享什么</translation>
    </message>
    <message>
        <source>Look before you save</source>
        <translation>保存前先看</translation>
    </message>
    <message>
        <source>Now it is yours to give</source>
        <translation>现在由你交出去</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>制作文件</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>保存文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make it anew for epsilon %1</source>
        <translation>花费 ε %1 重新制作</translation>
    </message>
    <message>
        <source>Nothing is recorded in this week, so there is nothing to share.</source>
        <translation>这一周没有记录，所以没有可分享的。</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>Anonymised (rounded)</source>
        <translation>匿名（取整）</translation>
    </message>
    <message>
        <source>Private (with noise)</source>
        <translation>私密（加噪声）</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>the first of two days of one year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>the second of two days of one year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1: what was spent can no longer be told, so nothing more may be.</source>
        <translation>%1：已用多少无法再得知，所以不能再用。</translation>
    </message>
    <message>
        <source>%1: all %2 spent. Weeks of another month have a budget of their own.</source>
        <translation>%1：%2 已全部用完。其他月份的周有各自的预算。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 spent, %4 left.</source>
        <translation>%1：%3 中已用 %2，还剩 %4。</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜里</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>晚上</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>不写</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours and minutes, as in 19:45 h</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <translation>%1（%2 – %3）</translation>
    </message>
    <message>
        <source>%1: %2, between %3 and %4</source>
        <translation>%1：%2，在 %3 到 %4 之间</translation>
    </message>
</context>
<context>
    <name>SharingOff</name>
    <message>
        <source>Sharing is off</source>
        <translation>分享已关闭</translation>
    </message>
    <message>
        <source>Turning it on sends nothing and starts nothing by itself. It only lets you make files to give away, each of which you see before it is saved.</source>
        <translation>打开它不会发送、也不会自动开始任何事。它只让你能制作可以交给别人的文件，每个文件保存前你都会看到。</translation>
    </message>
    <message>
        <source>Turn sharing on</source>
        <translation>打开分享</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Sharing</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Let me make files to give away</source>
        <translation>允许我制作可以交给别人的文件</translation>
    </message>
    <message>
        <source>On or off, Kairos sends nothing: all that leaves is a file that you looked at, saved, and give away yourself. Off: no such file can be made.</source>
        <translation>无论开关，Kairos 都不发送任何东西：能离开的只有你看过、保存并亲自交出去的文件。关闭时不能制作这样的文件。</translation>
    </message>
    <message>
        <source>What was shared</source>
        <translation>分享过的</translation>
    </message>
    <message>
        <source>Share my week…</source>
        <translation>分享我的一周…</translation>
    </message>
    <message>
        <source>What was made so far:</source>
        <translation>到目前为止制作的：</translation>
    </message>
    <message>
        <source>Nothing was shared yet.</source>
        <translation>还没有分享过。</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存于</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of one letter do nothing while you type. Settings &gt; Shortcuts switches them off.</source>
        <translation>输入文字时单字母键不起作用。可在“设置 &gt; 快捷键”中关闭它们。</translation>
    </message>
    <message>
        <source>Keys of one letter, ?, / and Space are switched off in Settings &gt; Shortcuts.</source>
        <translation>单字母键、?、/ 和空格键已在“设置 &gt; 快捷键”中关闭。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of one letter act where nothing is typed</source>
        <translation>不输入文字时单字母键起作用</translation>
    </message>
    <message>
        <source>Space starts and ends a focus session, P takes a break, / searches, ? lists all shortcuts. Switch them off if you dictate or often press keys by mistake; all else works without them.</source>
        <translation>空格键开始和结束专注，P 休息，/ 搜索，? 列出所有快捷键。如果你使用语音输入或常误按按键，可以关闭它们；其他功能不受影响。</translation>
    </message>
    <message>
        <source>All shortcuts…</source>
        <translation>所有快捷键…</translation>
    </message>
    <message>
        <source>All actions… (Ctrl+K)</source>
        <translation>所有操作…（Ctrl+K）</translation>
    </message>
</context>
<context>
    <name>ShownDocumentDialog</name>
    <message>
        <source>Which document it shows</source>
        <translation>显示的是哪份文档</translation>
    </message>
    <message>
        <source>No document of this name is indexed.</source>
        <translation>没有读取过这个名称的文档。</translation>
    </message>
    <message>
        <source>It shows this one</source>
        <translation>显示的是这份</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Let Kairos decide</source>
        <translation>由 Kairos 判断</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Search by name or folder</source>
        <translation>按名称或文件夹搜索</translation>
    </message>
    <message>
        <source>Documents to choose from</source>
        <translation>可选的文档</translation>
    </message>
    <message>
        <source>This holds whenever the same program had this title, before and from now on.</source>
        <translation>只要同一程序显示这个标题，无论以前还是以后，都按此计算。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>ShownWords</name>
    <message>
        <source>You said that it shows none of your documents.</source>
        <translation>你说过它不显示你的任何文档。</translation>
    </message>
    <message>
        <source>Kairos finds none of your documents in it.</source>
        <translation>Kairos 没有从中认出你的文档。</translation>
    </message>
    <message>
        <source>You said that it shows %1.</source>
        <translation>你说过它显示的是 %1。</translation>
    </message>
    <message>
        <source>Kairos takes it to show %1, the file that was open.</source>
        <translation>Kairos 认为它显示的是 %1，即当时打开的文件。</translation>
    </message>
    <message>
        <source>Kairos takes it to show %1, going by the title.</source>
        <translation>Kairos 根据标题认为它显示的是 %1。</translation>
    </message>
    <message>
        <source>“%1” shows none of your documents</source>
        <translation>“%1”不显示你的任何文档</translation>
    </message>
    <message>
        <source>“%1” shows %2</source>
        <translation>“%1”显示的是 %2</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>All data stays on this computer</source>
        <translation>所有数据只保存在本机</translation>
    </message>
</context>
<context>
    <name>SkillRow</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>My level…</source>
        <translation>我的水平…</translation>
    </message>
    <message>
        <source>My level in %1, 0 to 10</source>
        <translation>我在 %1 上的水平，0 到 10</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
</context>
<context>
    <name>SkillsCard</name>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>添加技能</translation>
    </message>
    <message>
        <source>You read or searched much about this, and no skill covers it:</source>
        <translation>你最近读过或搜过很多相关内容，但还没有对应的技能：</translation>
    </message>
</context>
<context>
    <name>SoonCard</name>
    <message>
        <source>In the next minutes</source>
        <translation>接下来的几分钟</translation>
    </message>
    <message>
        <source>Ten minutes without a switch to another app: %1 likely</source>
        <translation>十分钟内不切换到其他应用的可能性：%1</translation>
    </message>
    <message>
        <source>A distraction within a quarter of an hour: %1 likely</source>
        <translation>一刻钟内分心的可能性：%1</translation>
    </message>
    <message>
        <source>Next app: %1</source>
        <translation>下一个应用：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Told by the learned models from what was in front before this window.</source>
        <translation>由学到的模型根据此窗口之前位于前台的内容得出。</translation>
    </message>
    <message>
        <source>Told in part by learned models, in part by counting, from what was in front before.</source>
        <translation>部分由学到的模型、部分由计数得出，依据是此前位于前台的内容。</translation>
    </message>
    <message>
        <source>Counted from your history; no learned model of this is in use yet.</source>
        <translation>由你的历史计数得出；目前还没有使用这方面的学到的模型。</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>last at %1 (%2)</source>
        <translation>最近 %1（%2）</translation>
    </message>
</context>
<context>
    <name>StackedBars</name>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Minutes of work</source>
        <translation>工作分钟数</translation>
    </message>
    <message>
        <source>What do you want to do? (optional)</source>
        <translation>你想做什么？（可不填）</translation>
    </message>
    <message>
        <source>What you want to do</source>
        <translation>你想做的事</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The Space bar starts and ends a session, too, where nothing is typed.</source>
        <translation>在没有输入文字的地方，空格键也可以开始和结束专注。</translation>
    </message>
    <message>
        <source>the planned block</source>
        <translation>计划中的时段</translation>
    </message>
    <message>
        <source>Start “%1”</source>
        <translation>开始“%1”</translation>
    </message>
    <message>
        <source>A session for the block in your plan, as long as it is.</source>
        <translation>为你计划中的时段开始专注，持续到它结束。</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Recorder: %1</source>
        <translation>记录程序：%1</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>How it goes</source>
        <translation>怎么用</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>添加技能</translation>
    </message>
    <message>
        <source>How much it matters, 1 to 5, and at most how many minutes of a week it may have.</source>
        <translation>它有多重要（1 到 5），以及每周最多可以占多少分钟。</translation>
    </message>
    <message>
        <source>Tell your level, 0 to 10</source>
        <translation>说出你的水平，0 到 10</translation>
    </message>
    <message>
        <source>Told once a week, it shows what the minutes gave, also where that was nothing.</source>
        <translation>每周说一次，就能看出这些时间带来了什么，没有收获时也会如实显示。</translation>
    </message>
    <message>
        <source>Plan the week</source>
        <translation>安排这一周</translation>
    </message>
    <message>
        <source>Kairos divides the minutes where they give most and finds free places for them in the plan.</source>
        <translation>Kairos 把时间分给收获最大的地方，并在计划里为它们找空档。</translation>
    </message>
    <message>
        <source>Answer cards</source>
        <translation>回答卡片</translation>
    </message>
    <message>
        <source>They are made of your own notes, word by word, and asked shortly before you would forget.</source>
        <translation>卡片逐字取自你自己的笔记，在你快要忘记之前提问。</translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message>
        <source>What is stored</source>
        <translation>保存了什么</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Copy diagnostics…</source>
        <translation>复制诊断信息…</translation>
    </message>
    <message>
        <source>Every process of Kairos refuses connections before they are made and counts the attempts; it needs none.</source>
        <translation>Kairos 的每个进程都会在建立连接之前拒绝并计数；它不需要任何连接。</translation>
    </message>
    <message>
        <source>%1 altogether, on this computer only.</source>
        <translation>共 %1，只在这台电脑上。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Readable by</source>
        <translation>可读取者</translation>
    </message>
    <message>
        <source>The database is encrypted.</source>
        <translation>数据库已加密。</translation>
    </message>
    <message>
        <source>The database is not encrypted: whoever can read your files can read it.</source>
        <translation>数据库未加密：能读取你的文件的人就能读取它。</translation>
    </message>
    <message numerus="yes">
        <source>%n by others, too</source>
        <translation>
            <numerusform>%n 个也可被他人读取</numerusform>
        </translation>
    </message>
    <message>
        <source>you alone</source>
        <translation>只有你</translation>
    </message>
    <message>
        <source>Network connections opened by Kairos: %1.</source>
        <translation>Kairos 打开的网络连接：%1。</translation>
    </message>
    <message>
        <source>Network connections opened by Kairos: %1 since %2.</source>
        <translation>Kairos 打开的网络连接：%1（自 %2 起）。</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) refused.</source>
        <translation>
            <numerusform>已拒绝 %n 次尝试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredWords</name>
    <message>
        <source>Titles, sites, names of files</source>
        <translation>标题、网站、文件名</translation>
    </message>
    <message>
        <source>When which app was in front</source>
        <translation>何时使用哪个应用</translation>
    </message>
    <message>
        <source>Corrections of yours</source>
        <translation>你的更正</translation>
    </message>
    <message>
        <source>Documents, with their text</source>
        <translation>文档及其文字</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Blocks of the plan</source>
        <translation>计划时段</translation>
    </message>
    <message>
        <source>Focus sessions and ratings</source>
        <translation>专注和评分</translation>
    </message>
    <message>
        <source>Skills and cards</source>
        <translation>技能和卡片</translation>
    </message>
    <message>
        <source>Categories, rules, goals</source>
        <translation>类别、规则、目标</translation>
    </message>
    <message>
        <source>Recommendations and trainings</source>
        <translation>推荐和训练</translation>
    </message>
    <message>
        <source>Findings and letters</source>
        <translation>发现和信</translation>
    </message>
    <message>
        <source>Totals of hours and days</source>
        <translation>每小时和每天的总计</translation>
    </message>
    <message>
        <source>Names of apps and projects</source>
        <translation>应用和项目的名称</translation>
    </message>
    <message>
        <source>What was made to be shared</source>
        <translation>为分享而生成的内容</translation>
    </message>
    <message>
        <source>Jobs, notifications, requests</source>
        <translation>任务、通知、请求</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Learned models</source>
        <translation>学到的模型</translation>
    </message>
    <message>
        <source>Wrapped keys</source>
        <translation>封装的密钥</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Locks, counts and other files</source>
        <translation>锁、计数和其他文件</translation>
    </message>
</context>
<context>
    <name>StretchesCard</name>
    <message>
        <source>Longest stretches without a switch</source>
        <translation>最长不切换时段</translation>
    </message>
    <message>
        <source>The focus score and the longest stretches of so many days take a moment: all activities are read.</source>
        <translation>这么多天的专注分数和最长时段需要一些时间：要读取所有活动。</translation>
    </message>
    <message>
        <source>Work them out</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>Suggester</name>
    <message>
        <source>Counted as %1 from now on, by a rule.</source>
        <translation>今后按规则归入“%1”。</translation>
    </message>
    <message>
        <source>Not suggested again.</source>
        <translation>不再建议。</translation>
    </message>
    <message>
        <source>Planned %1: %2</source>
        <translation>已计划 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n blocks planned</source>
        <translation>
            <numerusform>已计划 %n 个时段</numerusform>
        </translation>
    </message>
    <message>
        <source>Not this: %1, %2</source>
        <translation>不要这个：%1，%2</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>Suggested week</source>
        <translation>建议的一周</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Looking for the best places in your week…</source>
        <translation>正在为你的一周寻找最佳时间…</translation>
    </message>
    <message>
        <source>There is nothing to place. Add flexible blocks, or say in Settings how much focus time you want.</source>
        <translation>没有需要安排的内容。请添加灵活时段，或在设置中说明你想要多少专注时间。</translation>
    </message>
    <message>
        <source>All is decided.</source>
        <translation>全部已决定。</translation>
    </message>
    <message>
        <source>The search was cut short: there may be a better week.</source>
        <translation>计算被提前停止：可能还有更好的一周安排。</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Make a rule of it</source>
        <translation>据此建立规则</translation>
    </message>
    <message>
        <source>Do not suggest this again</source>
        <translation>不再建议此项</translation>
    </message>
    <message>
        <source>Suggested: %1 (%2)</source>
        <translation>建议：%1（%2）</translation>
    </message>
    <message>
        <source>Most like “%1”</source>
        <translation>最像“%1”</translation>
    </message>
    <message>
        <source>by shared words alone</source>
        <translation>仅凭相同词语</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>几乎确定</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>很有可能</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>较有可能</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>猜测</translation>
    </message>
</context>
<context>
    <name>TakePack</name>
    <message>
        <source>Take in a pack</source>
        <translation>收入资料包</translation>
    </message>
    <message>
        <source>A file that ends in .kairos-pack</source>
        <translation>以 .kairos-pack 结尾的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>What the pack would change</source>
        <translation>资料包会更改的内容</translation>
    </message>
    <message>
        <source>The chosen item: + comes, - goes</source>
        <translation>选中的条目：+ 为新增，- 为去掉</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Choose a pack</source>
        <translation>选择资料包</translation>
    </message>
    <message>
        <source>Packs (%1)</source>
        <translation>资料包 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Somebody gave you a pack? Choose it and see what it would change. Nothing is taken in by looking.</source>
        <translation>有人给了你资料包？选中它，看看会更改什么。只是查看不会收入任何内容。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>会怎样</translation>
    </message>
    <message>
        <source>Its seal is whole: it was not changed on the way. Who made it, a seal does not prove.</source>
        <translation>封装完好：途中没有被改动。但封装不能证明是谁制作的。</translation>
    </message>
    <message>
        <source>This very pack is in already.</source>
        <translation>这个资料包已经收入。</translation>
    </message>
</context>
<context>
    <name>TeamBeginDialog</name>
    <message>
        <source>Begin a team round</source>
        <translation>发起团队汇总</translation>
    </message>
    <message>
        <source>What everybody will see it called</source>
        <translation>大家看到的名称</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation>保存邀请…</translation>
    </message>
    <message>
        <source>You will get the hours of the whole team by kind of activity, of nobody alone. Give the invitation to everybody; who joins gives you a file back. From 20 people on noise protects each of them, below that a threshold and rounding.</source>
        <translation>你会得到整个团队各类活动的小时数，而不是任何一个人的。把邀请交给每个人；加入的人会交回一个文件。20 人以上由噪声保护每个人，不到 20 人则靠门槛和取整。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>预计人数</translation>
    </message>
</context>
<context>
    <name>TeamCombineDialog</name>
    <message>
        <source>Combine team files</source>
        <translation>合并团队文件</translation>
    </message>
    <message>
        <source>Files to combine</source>
        <translation>要合并的文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>去掉这个</translation>
    </message>
    <message>
        <source>Go on without those who are missing</source>
        <translation>不等缺席的人，继续</translation>
    </message>
    <message>
        <source>Later they cannot be counted any more.</source>
        <translation>之后就不能再计入他们。</translation>
    </message>
    <message>
        <source>Combine and save…</source>
        <translation>合并并保存…</translation>
    </message>
    <message>
        <source>Nothing is combined yet.</source>
        <translation>还没有合并。</translation>
    </message>
    <message>
        <source>As the lead: add what people gave you. Files of who joins become the list, contributions the sums or, where some are missing, a request, and answers to it the sums.</source>
        <translation>作为发起人：添加大家交给你的文件。加入文件合成名单；数字文件合成总和，有人缺席时先得到一个请求；对请求的回答再合成总和。</translation>
    </message>
    <message>
        <source>The folder to save what comes of it in</source>
        <translation>保存结果的文件夹</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
</context>
<context>
    <name>TeamFileDialog</name>
    <message>
        <source>Team file</source>
        <translation>团队文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>没有打开文件</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a file that somebody of your team gave you: an invitation, a list, a request or the sums. Nothing is written before you say so.</source>
        <translation>打开团队里有人交给你的文件：邀请、名单、请求或总和。没有你的同意，什么也不会写。</translation>
    </message>
    <message>
        <source>Your name in this round</source>
        <translation>你在这一轮里的名字</translation>
    </message>
    <message>
        <source>Your name, as the others will see it; empty: one is made up</source>
        <translation>别人看到的你的名字；留空则随便起一个</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Open a team file</source>
        <translation>打开团队文件</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>Team rounds</source>
        <translation>团队汇总</translation>
    </message>
    <message>
        <source>A team adds up its hours by files that people hand each other: the lead sees the sums, and nobody&apos;s own figures.</source>
        <translation>团队靠互相交换文件把小时数加起来：发起人只看到总和，看不到任何人自己的数字。</translation>
    </message>
    <message>
        <source>Show the sums…</source>
        <translation>查看总和…</translation>
    </message>
    <message>
        <source>Forget the round…</source>
        <translation>忘掉这一轮…</translation>
    </message>
    <message>
        <source>Open a team file…</source>
        <translation>打开团队文件…</translation>
    </message>
    <message>
        <source>Begin a round…</source>
        <translation>发起一轮…</translation>
    </message>
    <message>
        <source>Combine files…</source>
        <translation>合并文件…</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>你是</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Forget the round “%1”?</source>
        <translation>忘掉“%1”这一轮？</translation>
    </message>
    <message>
        <source>Its keys are wiped, so that you can no longer take part. That this week was given once stays known, so that it is not given twice.</source>
        <translation>它的密钥会被抹掉，你就不能再参加。这一周已交过一次这件事仍会记住，以免交两次。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘掉</translation>
    </message>
</context>
<context>
    <name>TeamSums</name>
    <message>
        <source>The sums of a team</source>
        <translation>团队的总和</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TeamTold</name>
    <message>
        <source>What the file is</source>
        <translation>这是什么文件</translation>
    </message>
    <message>
        <source>You took this step before: the very same file is written again.</source>
        <translation>你以前走过这一步：会再写出同一个文件。</translation>
    </message>
    <message>
        <source>Your figures, as they go under the mask</source>
        <translation>你的数字，遮盖之前</translation>
    </message>
    <message>
        <source>Counted by whole quarters of an hour, each for what took most of it: your reports are finer.</source>
        <translation>按整刻钟计算，每一刻钟归占用最多的那一组：你的报告更细。</translation>
    </message>
    <message>
        <source>In the file that you would save</source>
        <translation>你将保存的文件里有</translation>
    </message>
    <message>
        <source>In this file</source>
        <translation>这个文件里有</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>里面没有</translation>
    </message>
    <message>
        <source>What it does not hide</source>
        <translation>它不能隐藏的</translation>
    </message>
    <message>
        <source>✓ The file is written.</source>
        <translation>✓ 文件已写好。</translation>
    </message>
    <message>
        <source>Kairos sends nothing: give the file away yourself.</source>
        <translation>Kairos 什么也不发送：文件由你自己交出去。</translation>
    </message>
    <message>
        <source>No sums yet</source>
        <translation>还没有总和</translation>
    </message>
    <message>
        <source>✓ The request is written.</source>
        <translation>✓ 请求已写好。</translation>
    </message>
    <message>
        <source>Give it to those named below: each of them answers with a file.</source>
        <translation>把它交给下面的人：每个人会用一个文件回答。</translation>
    </message>
    <message numerus="yes">
        <source>Still to come, at least: %Ln file(s).</source>
        <translation>
            <numerusform>至少还差 %Ln 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not here yet: %1</source>
        <translation>还没到：%1</translation>
    </message>
    <message>
        <source>The sums</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>预计人数</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Fingerprint of the list: %1. Compare it with the others: all have to see the same.</source>
        <translation>名单指纹：%1。请和其他人核对：所有人看到的必须一样。</translation>
    </message>
</context>
<context>
    <name>TeamWords</name>
    <message>
        <source>An invitation to a round</source>
        <translation>一轮汇总的邀请</translation>
    </message>
    <message>
        <source>Somebody joins a round</source>
        <translation>有人加入一轮汇总</translation>
    </message>
    <message>
        <source>The list of who joined</source>
        <translation>加入者名单</translation>
    </message>
    <message>
        <source>Somebody&apos;s masked figures</source>
        <translation>某人遮盖过的数字</translation>
    </message>
    <message>
        <source>A request to add up</source>
        <translation>求和的请求</translation>
    </message>
    <message>
        <source>An answer to a request</source>
        <translation>对请求的回答</translation>
    </message>
    <message>
        <source>The sums of a round</source>
        <translation>一轮汇总的总和</translation>
    </message>
    <message>
        <source>A lead asks a team for its hours of one week. Who joins writes a file with a fresh public key and gives it to the lead; no figures are in it.</source>
        <translation>发起人想知道团队一周的小时数。加入的人写一个带新公钥的文件交给发起人；里面没有数字。</translation>
    </message>
    <message>
        <source>It holds a name and a public key, no figures. The lead puts all of them together.</source>
        <translation>里面有名字和公钥，没有数字。由发起人把它们合在一起。</translation>
    </message>
    <message>
        <source>To everybody it looks like random numbers. The lead needs those of the others as well.</source>
        <translation>在任何人看来都是随机数。发起人还需要其他人的。</translation>
    </message>
    <message>
        <source>It helps to take the masks off the sum. The lead puts all of them together.</source>
        <translation>它帮助从总和上去掉遮盖。由发起人把它们合在一起。</translation>
    </message>
    <message>
        <source>What the whole team came to. Nobody&apos;s own figures are in it.</source>
        <translation>整个团队的总数。里面没有任何人自己的数字。</translation>
    </message>
    <message>
        <source>Join and save the file…</source>
        <translation>加入并保存文件…</translation>
    </message>
    <message>
        <source>Contribute and save the file…</source>
        <translation>交出数字并保存文件…</translation>
    </message>
    <message>
        <source>Answer and save the file…</source>
        <translation>回答并保存文件…</translation>
    </message>
    <message>
        <source>Save the next file…</source>
        <translation>保存下一个文件…</translation>
    </message>
    <message>
        <source>Everybody who joined is on it.</source>
        <translation>加入的人都在上面。</translation>
    </message>
    <message>
        <source>The lead names who contributed and who dropped out.</source>
        <translation>发起人说明谁交了、谁退出了。</translation>
    </message>
    <message>
        <source>The next step writes your own figures under a mask that only the sum of all takes off; give that file to the lead.</source>
        <translation>下一步把你自己的数字遮盖后写成文件，只有所有人的总和才能去掉遮盖；把那个文件交给发起人。</translation>
    </message>
    <message>
        <source>The next step writes what is needed to take the masks off the sum, and of nobody alone; then your keys are wiped.</source>
        <translation>下一步写出从总和上去掉遮盖所需的内容，任何单独的人都揭不开；之后你的密钥被抹掉。</translation>
    </message>
    <message>
        <source>Noise is added so that the sums hardly tell what the week of any one person adds to them (differential privacy, epsilon %1).</source>
        <translation>加了噪声，从总和里几乎看不出任何一个人的一周加了多少（差分隐私，ε %1）。</translation>
    </message>
    <message>
        <source>Sums are rounded, and told only where at least %1 contribute. That is a threshold, not differential privacy: fewer than 20 take part.</source>
        <translation>总和经过取整，至少 %1 人交出数字才给出。这是门槛，不是差分隐私：参加的人不到 20 个。</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in the sums.</source>
        <translation>
            <numerusform>总和里有 %n 个人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in them: %1.</source>
        <translation>不在其中：%1。</translation>
    </message>
    <message>
        <source>waits for people to join</source>
        <translation>等待大家加入</translation>
    </message>
    <message>
        <source>waits for contributions</source>
        <translation>等待大家交出数字</translation>
    </message>
    <message>
        <source>waits for answers</source>
        <translation>等待回答</translation>
    </message>
    <message>
        <source>added up</source>
        <translation>已求和</translation>
    </message>
    <message>
        <source>joined; waits for the list</source>
        <translation>已加入；等待名单</translation>
    </message>
    <message>
        <source>contributed; waits for the request</source>
        <translation>已交出；等待请求</translation>
    </message>
    <message>
        <source>all given; keys wiped</source>
        <translation>全部交完；密钥已抹掉</translation>
    </message>
    <message>
        <source>forgotten; keys wiped</source>
        <translation>已忘掉；密钥已抹掉</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>TierWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>until you agree to a limit</source>
        <translation>直到你同意期限</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>until you remove it</source>
        <translation>直到你删除</translation>
    </message>
    <message>
        <source>with its source</source>
        <translation>与来源相同</translation>
    </message>
    <message>
        <source>only for now</source>
        <translation>仅临时</translation>
    </message>
</context>
<context>
    <name>TimelineAxis</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>TimelineCorrector</name>
    <message>
        <source>No window with a title was in front then</source>
        <translation>那时前台没有带标题的窗口</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Arrow keys walk through it; the table below says the same.</source>
        <translation>方向键逐段浏览；下方的表格内容相同。</translation>
    </message>
    <message>
        <source>Imported total: when within the hour or day is not known</source>
        <translation>导入的合计值：在该小时或当天内的具体时刻未知</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The timeline as a table</source>
        <translation>时间线表格</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>ddd</source>
        <translation>ddd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>TimelineToolbar</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Earlier (Alt+Left)</source>
        <translation>更早（Alt+左）</translation>
    </message>
    <message>
        <source>Later (Alt+Right)</source>
        <translation>更晚（Alt+右）</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
    </message>
    <message>
        <source>Load a sample day</source>
        <translation>加载示例数据</translation>
    </message>
    <message>
        <source>I see</source>
        <translation>我看到</translation>
    </message>
    <message>
        <source>Hours by app</source>
        <translation>各应用时长</translation>
    </message>
    <message>
        <source>Kinds of time</source>
        <translation>时间类型</translation>
    </message>
    <message>
        <source>The sample days open soon…</source>
        <translation>示例数据即将打开…</translation>
    </message>
    <message>
        <source>Start recording to see where your day goes, or look at a sample day first.</source>
        <translation>开始记录，看看一天的时间去向；也可以先看示例数据。</translation>
    </message>
    <message>
        <source>Kairos is about to record. What you do from now on shows here.</source>
        <translation>Kairos 即将开始记录。从现在起的活动会显示在这里。</translation>
    </message>
    <message>
        <source>Recording is paused. Resume it to see where your day goes.</source>
        <translation>记录已暂停。继续记录即可看到一天的时间去向。</translation>
    </message>
    <message>
        <source>Kairos is recording. What you do from now on shows here.</source>
        <translation>Kairos 正在记录。从现在起的活动会显示在这里。</translation>
    </message>
    <message>
        <source>The recorder runs but cannot save. The card above says why.</source>
        <translation>记录程序在运行但无法保存，原因见上方卡片。</translation>
    </message>
    <message>
        <source>The recorder runs but cannot see the desktop. The card above says why.</source>
        <translation>记录程序在运行但看不到桌面，原因见上方卡片。</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续记录</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>打开设置</translation>
    </message>
</context>
<context>
    <name>TogetherSection</name>
    <message>
        <source>Learning together</source>
        <translation>共同学习</translation>
    </message>
    <message>
        <source>What your models begin with can be learned with others: a few numbers, clipped and with noise. No history leaves, and an average is only used where it does no worse on your own days.</source>
        <translation>你的模型的起点可以和别人一起学：只是几个数字，经过限幅并加了噪声。历史记录不会离开；只有在你自己的日子里不更差时，才使用平均值。</translation>
    </message>
    <message>
        <source>Epsilon spent of your limit</source>
        <translation>ε 已用占你的上限</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>Use no average any more</source>
        <translation>不再使用平均值</translation>
    </message>
    <message>
        <source>In use here: %1.</source>
        <translation>这里正在使用：%1。</translation>
    </message>
    <message>
        <source>You take part in nothing.</source>
        <translation>你没有参加。</translation>
    </message>
    <message>
        <source>You take part in “%1”. What is learned: %2.</source>
        <translation>你参加了“%1”。学习的是：%2。</translation>
    </message>
    <message>
        <source>Nothing was made to be sent yet.</source>
        <translation>还没有制作要发送的内容。</translation>
    </message>
    <message>
        <source>Made to be sent: %1, in these rounds: %2.</source>
        <translation>已制作待发送：%1，轮次：%2。</translation>
    </message>
    <message>
        <source>Epsilon spent: %1 of your limit of %2.</source>
        <translation>已用 ε %1，你的上限是 %2。</translation>
    </message>
    <message>
        <source>This is for teams with an administrator: they invite you and set it up at the command line.</source>
        <translation>这适用于有管理员的团队：由管理员邀请你，并在命令行中设置。</translation>
    </message>
    <message>
        <source>The add-on for a server of your own network is installed.</source>
        <translation>用于自己网络中服务器的附加组件已安装。</translation>
    </message>
    <message>
        <source>The add-on for a server of your own network is not installed; by files it works without.</source>
        <translation>用于自己网络中服务器的附加组件未安装；用文件参加不需要它。</translation>
    </message>
    <message>
        <source>the next app</source>
        <translation>下一个应用</translation>
    </message>
    <message>
        <source>the next document</source>
        <translation>下一个文档</translation>
    </message>
    <message>
        <source>Leave learning together?</source>
        <translation>退出共同学习？</translation>
    </message>
    <message>
        <source>Nothing more is made, and what runs stops before it sends. What was given cannot be called back.</source>
        <translation>不再制作任何内容，正在运行的会在发送前停止。已交出的无法收回。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>TopicsCard</name>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Too few titles and documents yet whose words stand together.</source>
        <translation>词语常在一起出现的标题和文档还太少。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of the time: %2</source>
        <translation>占时间的 %1：%2</translation>
    </message>
    <message>
        <source>Such as %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>By month: %1</source>
        <translation>按月：%1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Days with the most of it</source>
        <translation>该主题最多的日子</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n titles and documents. Looked for again from another start, %1 of the words came out the same.</source>
        <translation>
            <numerusform>在 %n 个标题和文档中找到。换一个起点再找一次，%1 的词语相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Where the time went</source>
        <translation>时间去向</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1（本身）</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>上一时段：%1</translation>
    </message>
</context>
<context>
    <name>TrackingSection</name>
    <message>
        <source>Tracking</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record window titles</source>
        <translation>记录窗口标题</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Without titles only the app is recorded, never what is open in it.</source>
        <translation>关闭后只记录应用，不记录其中打开的内容。</translation>
    </message>
    <message>
        <source>Away after</source>
        <translation>多久后算离开</translation>
    </message>
    <message>
        <source>So long without keyboard or mouse, and the time counts as idle.</source>
        <translation>键盘和鼠标在这段时间内没有操作，即算作空闲。</translation>
    </message>
    <message>
        <source>When I come back</source>
        <translation>回来时</translation>
    </message>
    <message>
        <source>In the evening, together</source>
        <translation>晚上一起问</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Ask what time away was</source>
        <translation>询问离开时间</translation>
    </message>
    <message>
        <source>The question stands on Today and never comes to the front; after meetings nothing is asked.</source>
        <translation>问题显示在“今天”页上，从不弹到前面；会议之后不询问。</translation>
    </message>
    <message>
        <source>Week starts on</source>
        <translation>一周的第一天</translation>
    </message>
    <message>
        <source>Is Kairos seeing everything?</source>
        <translation>Kairos 都看到了吗？</translation>
    </message>
    <message>
        <source>Each source of what Kairos knows, when it reported last, and what helps.</source>
        <translation>Kairos 所知内容的每个来源、最近何时报告，以及该怎么做。</translation>
    </message>
    <message>
        <source>In reports, goals, the plan and the Timeline.</source>
        <translation>用于报告、目标、计划和时间线。</translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message>
        <source>The models of this training are damaged and not used; those before or simple rules stand in. Train now to make them anew.</source>
        <translation>此次训练的模型已损坏，未被使用；由之前的模型或简单规则代替。请立即训练以重新生成。</translation>
    </message>
    <message>
        <source>Train now</source>
        <translation>立即训练</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Back to the run before…</source>
        <translation>退回前一次训练…</translation>
    </message>
    <message>
        <source>Forget all that was learned…</source>
        <translation>忘记学到的一切…</translation>
    </message>
    <message>
        <source>What Kairos has learned</source>
        <translation>Kairos 学到了什么</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>No learned model is in use; suggestions are made by simple rules.</source>
        <translation>没有使用学习模型；推荐由简单规则得出。</translation>
    </message>
    <message numerus="yes">
        <source>%n days with activity are there to learn from.</source>
        <translation>
            <numerusform>有 %n 天的活动可供学习。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it leaves this computer.</source>
        <translation>它们都不会离开本机。</translation>
    </message>
    <message>
        <source>The last training failed: %1</source>
        <translation>上一次训练失败：%1</translation>
    </message>
    <message>
        <source>The last training was stopped; the next one goes on from where it was.</source>
        <translation>上一次训练被停止；下一次会接着进行。</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>Training for %1</source>
        <translation>已训练 %1</translation>
    </message>
    <message>
        <source>%1, about %2 left to judge by the run before</source>
        <translation>%1，按前一次估计还需约 %2</translation>
    </message>
    <message>
        <source>The models of the latest training are no longer used, but those of the one before; where there is none, simple rules. The next training learns anew from your whole history.</source>
        <translation>不再使用最近一次训练的模型，改用前一次的；若没有，则用简单规则。下一次训练会从你的全部记录重新学习。</translation>
    </message>
    <message>
        <source>Use the run before?</source>
        <translation>改用前一次训练？</translation>
    </message>
    <message>
        <source>Use the run before</source>
        <translation>改用前一次训练</translation>
    </message>
    <message>
        <source>All models and their runs are deleted, and all that was suggested and what you said of it. Your history stays, and the next training learns from it anew.</source>
        <translation>所有模型和训练记录都会删除，推荐过的内容和你的看法也会删除。你的记录保留，下一次训练会从中重新学习。</translation>
    </message>
    <message>
        <source>Forget all that was learned?</source>
        <translation>忘记学到的一切？</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Today</source>
        <translation>显示今天</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>显示计划</translation>
    </message>
    <message>
        <source>Quit (recording goes on)</source>
        <translation>退出（继续记录）</translation>
    </message>
    <message>
        <source>Kairos stays here. Choose Quit from this menu to end it.</source>
        <translation>Kairos 留在这里。要结束，请从此菜单选择“退出”。</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Plan it</source>
        <translation>确认安排</translation>
    </message>
</context>
<context>
    <name>TwiceField</name>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入密码短语。</translation>
    </message>
    <message>
        <source>Use at least %1 characters; several words are best.</source>
        <translation>至少 %1 个字符；最好用几个词。</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Your history is locked</source>
        <translation>你的记录已锁定</translation>
    </message>
    <message>
        <source>It is encrypted, and the keyring of this computer did not open it. Nothing is lost. The recorder that runs goes on recording if it was open before.</source>
        <translation>它是加密的，而这台电脑的密钥环没有打开它。什么都没有丢失。正在运行的记录程序如果此前已经打开它，会继续记录。</translation>
    </message>
    <message>
        <source>It is encrypted, and the keyring of this computer did not open it. Nothing is lost. Nothing is recorded until it is open.</source>
        <translation>它是加密的，而这台电脑的密钥环没有打开它。什么都没有丢失。打开之前不会记录任何内容。</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>再问一次密钥环</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>密码短语或恢复码</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>The keyring still does not open it.</source>
        <translation>密钥环仍然没有打开它。</translation>
    </message>
</context>
<context>
    <name>UnsortedPanel</name>
    <message>
        <source>Windows of the group</source>
        <translation>这一组的窗口</translation>
    </message>
    <message>
        <source>Share of your time that has a category</source>
        <translation>已分类时间的占比</translation>
    </message>
    <message>
        <source>Count as this</source>
        <translation>计为此类别</translation>
    </message>
    <message>
        <source>Edit the rule first…</source>
        <translation>先编辑规则…</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Category for the group</source>
        <translation>这一组的类别</translation>
    </message>
    <message>
        <source>%1 left, %2 of your time has a category</source>
        <translation>剩余 %1，%2的时间已分类</translation>
    </message>
    <message>
        <source>Choose a category…</source>
        <translation>选择类别…</translation>
    </message>
    <message>
        <source>Everything has a category</source>
        <translation>全部已分类</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Rule: %1 — clears %2 windows, %3</source>
        <translation>规则：%1，可归类 %2 个窗口，共 %3</translation>
    </message>
</context>
<context>
    <name>UnsortedTable</name>
    <message>
        <source>What they share</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>UnsortedView</name>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>WeekCanvas</name>
    <message>
        <source>Overlaps %1</source>
        <translation>与 %1 重叠</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>Hours of the week</source>
        <translation>一周各小时</translation>
    </message>
    <message>
        <source>The hours of the week as a table</source>
        <translation>一周各小时的表格形式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>WeekChoice</name>
    <message>
        <source>The week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>后一周</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>The clocks are changed this week: this day has no such hour</source>
        <translation>本周时钟调整：这一天没有这个小时</translation>
    </message>
</context>
<context>
    <name>WeekLift</name>
    <message>
        <source>Free: %1</source>
        <translation>空闲：%1</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>做什么？</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>What Kairos records</source>
        <translation>Kairos 记录什么</translation>
    </message>
    <message>
        <source>Which window is in front and for how long: the app&apos;s name, the window&apos;s title, and when you are away or the screen is locked.</source>
        <translation>前台是哪个窗口、持续多久：应用名称、窗口标题，以及你何时离开或锁定屏幕。</translation>
    </message>
    <message>
        <source>What it never records</source>
        <translation>从不记录什么</translation>
    </message>
    <message>
        <source>No keystrokes, no mouse movements, no screenshots, no sound, no contents of your files. Private-browsing windows and what you exclude leave a length and nothing else.</source>
        <translation>不记录按键、鼠标移动、屏幕截图、声音和文件内容。隐私浏览窗口以及你排除的内容只留下时长。</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>数据存放在哪里</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>All data stays on this computer: Kairos opens no network connection. Only your own user account can read the folder.</source>
        <translation>所有数据只保存在本机：Kairos 不会打开任何网络连接。只有你自己的用户账户可以读取该文件夹。</translation>
    </message>
    <message>
        <source>Looking whether the history is encrypted…</source>
        <translation>正在查看历史是否已加密…</translation>
    </message>
</context>
<context>
    <name>WhatsNewDialog</name>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Kairos %1</source>
        <translation>Kairos %1</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why this?</source>
        <translation>为什么推荐它？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What the score is made of</source>
        <translation>得分的构成</translation>
    </message>
    <message>
        <source>What speaks for this time and against it, in minutes of focus; the numbers add up to the score.</source>
        <translation>支持和反对这个时间的理由，以专注分钟计；各项数字相加即为得分。</translation>
    </message>
    <message>
        <source>What speaks for this document and against it; the numbers add up to the score.</source>
        <translation>支持和反对这份文档的理由；各项数字相加即为得分。</translation>
    </message>
    <message>
        <source>What any time gets</source>
        <translation>任何时间都有的</translation>
    </message>
    <message>
        <source>What any document gets</source>
        <translation>任何文档都有的</translation>
    </message>
    <message>
        <source>What cannot be told apart</source>
        <translation>无法区分的部分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>WordingField</name>
    <message>
        <source>None: Kairos words its answers itself</source>
        <translation>无：由 Kairos 自己组织回答</translation>
    </message>
    <message>
        <source>File of the language model for answers</source>
        <translation>用于回答的语言模型文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Choose the language model for answers…</source>
        <translation>选择用于回答的语言模型…</translation>
    </message>
    <message>
        <source>Use no language model for answers</source>
        <translation>回答不使用语言模型</translation>
    </message>
    <message>
        <source>Wording of the assistant&apos;s answers (optional)</source>
        <translation>助手回答的措辞（可选）</translation>
    </message>
    <message>
        <source>A language model in a GGUF file may word answers anew; figures and dates stay those Kairos worked out. It runs on this computer alone and needs the add-on llama-cpp-python; without that nothing changes.</source>
        <translation>GGUF 文件中的语言模型可以重新组织回答的措辞；数字和日期仍是 Kairos 算出的。它只在本机运行，并需要附加组件 llama-cpp-python；没有它则一切照旧。</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>选择语言模型</translation>
    </message>
    <message>
        <source>Language models (*.gguf)</source>
        <translation>语言模型 (*.gguf)</translation>
    </message>
</context>
<context>
    <name>WorkingDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
</TS>
