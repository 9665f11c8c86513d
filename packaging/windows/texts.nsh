; What the set-up program says in words of its own; the rest comes with NSIS.
LangString WHAT_IT_IS ${LANG_ENGLISH} "A private attention and time manager"
LangString WHAT_IT_IS ${LANG_SIMPCHINESE} "私密的专注与时间管理工具"
LangString IS_RUNNING ${LANG_ENGLISH} "Kairos is running, so its files stay as they are.$\r$\n$\r$\nPlease close its window first (Quit, in the menu of its symbol in the notification area). OK then ends the recording and goes on; nothing that was recorded is lost."
LangString IS_RUNNING ${LANG_SIMPCHINESE} "Kairos 正在运行，因此不会改动它的文件。$\r$\n$\r$\n请先关闭其窗口（在通知区域图标的菜单中选择“退出”）。然后点击“确定”将结束记录并继续；已记录的内容不会丢失。"
LangString OLD_STAYS ${LANG_ENGLISH} "The files of the installed Kairos could not be removed. Restart the computer, then try again."
LangString OLD_STAYS ${LANG_SIMPCHINESE} "无法移除已安装的 Kairos 的文件。请重新启动计算机，然后重试。"
