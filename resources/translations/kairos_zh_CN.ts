<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
</context>
<context>
    <name>ComingPage</name>
    <message>
        <source>Show Today</source>
        <translation>显示今天</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>还没有计划</translation>
    </message>
    <message>
        <source>Planning time blocks comes in a later version. What you do is already recorded.</source>
        <translation>时间块计划将在以后的版本中提供。你的活动已经在记录。</translation>
    </message>
    <message>
        <source>The timeline comes later</source>
        <translation>时间线将在以后提供</translation>
    </message>
    <message>
        <source>A later version shows and corrects any day here. Today already shows this one.</source>
        <translation>以后的版本可以在这里查看和更正任意一天；“今天”页已经显示当天。</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>还没有报告</translation>
    </message>
    <message>
        <source>Reports come in a later version, over everything recorded from now on.</source>
        <translation>报告将在以后的版本中提供，涵盖从现在起的全部记录。</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>Searching your files comes in a later version. No file is being read.</source>
        <translation>文件搜索将在以后的版本中提供。目前不会读取任何文件。</translation>
    </message>
    <message>
        <source>No insights yet</source>
        <translation>还没有洞察</translation>
    </message>
    <message>
        <source>Patterns in your days come in a later version, and need a few weeks of history.</source>
        <translation>日常规律将在以后的版本中提供，并且需要几周的历史记录。</translation>
    </message>
    <message>
        <source>Nothing to learn yet</source>
        <translation>还没有学习内容</translation>
    </message>
    <message>
        <source>Skills and a practice plan come in a later version.</source>
        <translation>技能与练习计划将在以后的版本中提供。</translation>
    </message>
    <message>
        <source>The assistant comes later</source>
        <translation>助手将在以后提供</translation>
    </message>
    <message>
        <source>A later version answers questions about your time, on this computer alone.</source>
        <translation>以后的版本会回答关于你时间的问题，并且只在本机上运行。</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>Rules that sort apps into categories come in a later version.</source>
        <translation>将应用归入类别的规则将在以后的版本中提供。</translation>
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
        <source>This data is from a newer Kairos</source>
        <translation>这些数据来自更新版本的 Kairos</translation>
    </message>
    <message>
        <source>Kairos cannot see the desktop</source>
        <translation>Kairos 无法查看桌面</translation>
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
    <name>LanguageStep</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light or dark follows your system; Settings can change that too.</source>
        <translation>浅色或深色跟随系统，也可以在“设置”中更改。</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
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
        <source>Not saving</source>
        <translation>无法保存</translation>
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
        <source>Recording</source>
        <translation>记录中</translation>
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
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始记录</translation>
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
        <source>Cannot see</source>
        <translation>看不到</translation>
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
        <source>Opening…</source>
        <translation>正在打开…</translation>
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
        <source>Blind</source>
        <translation>看不到桌面</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
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
    <name>StatusPill</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Recorder: %1</source>
        <translation>记录程序：%1</translation>
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
        <source>Start recording to see where your day goes, or look at a sample day first.</source>
        <translation>开始记录，看看一天的时间去向；也可以先看示例数据。</translation>
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
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Today</source>
        <translation>显示今天</translation>
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
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 小时 %2 分</translation>
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
</context>
</TS>
