<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChooseStep</name>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="85"/>
        <source>What you want recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="86"/>
        <source>Record window titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="89"/>
        <source>Without titles only the app is recorded, never what is open in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="90"/>
        <source>Apps never recorded by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="90"/>
        <source>Name of an app, such as keepassxc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="94"/>
        <source>You can change this at any time in Settings, where titles can be excluded too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComingPage</name>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="20"/>
        <source>Show Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="32"/>
        <source>No plan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="33"/>
        <source>Planning time blocks comes in a later version. What you do is already recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="36"/>
        <source>The timeline comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="37"/>
        <source>A later version shows and corrects any day here. Today already shows this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="40"/>
        <source>No reports yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="41"/>
        <source>Reports come in a later version, over everything recorded from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="44"/>
        <source>No documents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="45"/>
        <source>Searching your files comes in a later version. No file is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="48"/>
        <source>No insights yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="49"/>
        <source>Patterns in your days come in a later version, and need a few weeks of history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="52"/>
        <source>Nothing to learn yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="53"/>
        <source>Skills and a practice plan come in a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="56"/>
        <source>The assistant comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="57"/>
        <source>A later version answers questions about your time, on this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="60"/>
        <source>No rules yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/coming.py" line="61"/>
        <source>Rules that sort apps into categories come in a later version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="19"/>
        <source>Something went wrong in Kairos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="22"/>
        <source>This is a mistake in Kairos, not yours. The window goes on, and recording is not affected. Below is everything the report holds; nothing is sent unless you pass it on yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="29"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="40"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="41"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="42"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="54"/>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="57"/>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="66"/>
        <source>It could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/crash.py" line="68"/>
        <source>Saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <location filename="../../desktop_app/pages/settings/data.py" line="21"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/data.py" line="24"/>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/data.py" line="26"/>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/data.py" line="29"/>
        <source>Size on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/data.py" line="30"/>
        <source>Everything Kairos keeps is in this folder. Nothing of it leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="50"/>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="51"/>
        <source>No window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="52"/>
        <source>Private or excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="53"/>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="54"/>
        <source>Screen saver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="55"/>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="56"/>
        <source>Another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="57"/>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="58"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="59"/>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop_app/pages/today_day.py" line="93"/>
        <source>%n other apps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="119"/>
        <source>Active share of the recorded time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="123"/>
        <source>of %1 recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="124"/>
        <source>Active time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="132"/>
        <source>Longest stretch without a switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_day.py" line="133"/>
        <source>Switches per hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="14"/>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="15"/>
        <source>That cannot be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="16"/>
        <source>This pattern cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="17"/>
        <source>The data folder cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="18"/>
        <source>Kairos is already running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="19"/>
        <source>The settings cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="20"/>
        <source>The database cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="21"/>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="22"/>
        <source>The database is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="23"/>
        <source>The database cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="24"/>
        <source>This is not a Kairos database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="25"/>
        <source>The database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="26"/>
        <source>This data is from a newer Kairos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/error_words.py" line="27"/>
        <source>Kairos cannot see the desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="45"/>
        <source>Welcome to Kairos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="63"/>
        <source>Skip all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="64"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="87"/>
        <source>Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="87"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run.py" line="88"/>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="113"/>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="115"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="114"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="118"/>
        <source>Light or dark follows your system; Settings can change that too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="131"/>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="132"/>
        <source>Start recording when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="135"/>
        <source>Off: Kairos records once you open it, until you log out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="136"/>
        <source>Look around first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="138"/>
        <source>Sample days open in a window of their own, in a separate folder; your own history stays empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="140"/>
        <source>Open sample days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <location filename="../../desktop_app/dialogs/line_list.py" line="31"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/line_list.py" line="32"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="31"/>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="31"/>
        <source>Looking for the recorder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="45"/>
        <source>Not saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="47"/>
        <source>The recorder runs but has not answered for a while. The time since then may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="48"/>
        <source>No sign of life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="49"/>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="52"/>
        <source>What you do now is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="53"/>
        <source>The recorder is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="54"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="54"/>
        <source>Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="58"/>
        <location filename="../../desktop_app/pages/today_live.py" line="62"/>
        <location filename="../../desktop_app/pages/today_live.py" line="100"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="60"/>
        <source>Paused until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="61"/>
        <source>Nothing is recorded until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="61"/>
        <source>Nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="62"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="65"/>
        <source>It tries again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="66"/>
        <source>Cannot see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="66"/>
        <source>The desktop cannot be watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../desktop_app/pages/today_live.py" line="69"/>
        <source>%n changes are kept in memory until they can be saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="79"/>
        <source>Windows cannot be seen on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="81"/>
        <source>Titles cannot be seen on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="82"/>
        <source>Being away cannot be seen on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="86"/>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="90"/>
        <source>Only its length is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="91"/>
        <source>No window in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="95"/>
        <source>You are away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="96"/>
        <source>Screen saver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="97"/>
        <source>Screen locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="98"/>
        <source>Another user is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="99"/>
        <source>The computer sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="106"/>
        <source>An excluded window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="107"/>
        <source>A private window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="108"/>
        <source>A window that could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="116"/>
        <source>Since %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_live.py" line="121"/>
        <source>Last sign of life: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogInSection</name>
    <message>
        <location filename="../../desktop_app/pages/settings/log_in.py" line="17"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/log_in.py" line="18"/>
        <source>Start recording when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/log_in.py" line="20"/>
        <source>Off: Kairos records once you open it, until you log out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="20"/>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="22"/>
        <location filename="../../desktop_app/pages/settings/look.py" line="25"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="23"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="24"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="28"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/look.py" line="29"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../desktop_app/main_window.py" line="69"/>
        <source>All data stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/main_window.py" line="153"/>
        <source>dddd, d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="12"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="13"/>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="14"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="15"/>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="16"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="17"/>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="18"/>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="19"/>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="20"/>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/titles.py" line="21"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="20"/>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="21"/>
        <source>Apps never recorded by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="21"/>
        <source>Name of an app, such as keepassxc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="23"/>
        <source>Titles never recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="23"/>
        <source>Part of a title or a pattern, such as bank|salary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="25"/>
        <source>Record private-browsing windows by name too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="32"/>
        <source>Of an excluded window only the length is kept: no app, no title. What was recorded before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/privacy.py" line="34"/>
        <source>Off: of a private window only the length is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecorderControl</name>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="51"/>
        <source>Pause for 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="52"/>
        <source>Pause for 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="53"/>
        <source>Pause until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="54"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="55"/>
        <source>Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/control.py" line="56"/>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecorderWords</name>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="15"/>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="16"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="17"/>
        <source>Not saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="18"/>
        <source>Blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="19"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="27"/>
        <source>Paused until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="29"/>
        <source>Recording what is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="30"/>
        <source>Paused until you resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="31"/>
        <source>Recording, but nothing can be written to disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="32"/>
        <source>Running, but this desktop cannot be watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/recorder/words.py" line="33"/>
        <source>The recorder is not running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RibbonCard</name>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="50"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="51"/>
        <source>Day ribbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="52"/>
        <source>The day as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="53"/>
        <source>Hide the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="53"/>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today_ribbon.py" line="90"/>
        <source>Point at the day or press the arrow keys to see what was when.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <location filename="../../desktop_app/item_models/segments.py" line="87"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/item_models/segments.py" line="87"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/item_models/segments.py" line="87"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/item_models/segments.py" line="87"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/item_models/segments.py" line="87"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="../../desktop_app/sidebar.py" line="68"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/sidebar.py" line="69"/>
        <source>All data stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <location filename="../../desktop_app/header.py" line="35"/>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/header.py" line="40"/>
        <source>Recorder: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="81"/>
        <location filename="../../desktop_app/pages/today.py" line="175"/>
        <source>Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="81"/>
        <location filename="../../desktop_app/pages/today.py" line="134"/>
        <source>Load a sample day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="130"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="131"/>
        <source>I see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="132"/>
        <source>Hours by app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="133"/>
        <source>Kinds of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="167"/>
        <source>Start recording to see where your day goes, or look at a sample day first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="168"/>
        <source>Recording is paused. Resume it to see where your day goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="169"/>
        <source>Kairos is recording. What you do from now on shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="170"/>
        <source>The recorder runs but cannot save. The card above says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="171"/>
        <source>The recorder runs but cannot see the desktop. The card above says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="173"/>
        <source>Nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/today.py" line="175"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackingSection</name>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="21"/>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="22"/>
        <source>Record window titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="26"/>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="31"/>
        <source>Without titles only the app is recorded, never what is open in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="33"/>
        <source>Away after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/pages/settings/tracking.py" line="33"/>
        <source>So long without keyboard or mouse, and the time counts as idle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../desktop_app/tray.py" line="61"/>
        <source>Show Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/tray.py" line="62"/>
        <source>Quit (recording goes on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/tray.py" line="75"/>
        <source>Kairos stays here. Choose Quit from this menu to end it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="52"/>
        <source>What Kairos records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="55"/>
        <source>Which window is in front and for how long: the app&apos;s name, the window&apos;s title, and when you are away or the screen is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="59"/>
        <source>What it never records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="62"/>
        <source>No keystrokes, no mouse movements, no screenshots, no sound, no contents of your files. Private-browsing windows and what you exclude leave a length and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="66"/>
        <source>Where it lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="69"/>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/dialogs/first_run_steps.py" line="73"/>
        <source>All data stays on this computer: Kairos opens no network connection. Only your own user account can read the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="57"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="60"/>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="61"/>
        <source>%1 h %2 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="66"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="67"/>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../desktop_app/widgets/format.py" line="75"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
