// Tells which window has the focus, on the session bus, whenever that or its title changes.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Shell from 'gi://Shell';
import {Extension} from 'resource:///org/gnome/shell/extensions/extension.js';

const NAME = 'desktop.kairos.Focus';
const PATH = '/desktop/kairos/Focus';
const INTERFACE = `
<node>
  <interface name="desktop.kairos.Focus">
    <method name="Get">
      <arg type="b" name="focused" direction="out"/>
      <arg type="s" name="app" direction="out"/>
      <arg type="s" name="title" direction="out"/>
      <arg type="u" name="pid" direction="out"/>
    </method>
    <signal name="Changed">
      <arg type="b" name="focused"/>
      <arg type="s" name="app"/>
      <arg type="s" name="title"/>
      <arg type="u" name="pid"/>
    </signal>
  </interface>
</node>`;

export default class KairosFocus extends Extension {
    enable() {
        this._window = null;
        this._titleHandler = 0;
        this._object = Gio.DBusExportedObject.wrapJSObject(INTERFACE, this);
        this._object.export(Gio.DBus.session, PATH);
        this._name = Gio.DBus.session.own_name(NAME, Gio.BusNameOwnerFlags.NONE, null, null);
        this._focusHandler = global.display.connect('notify::focus-window', () => this._follow());
        this._follow();
    }

    disable() {
        global.display.disconnect(this._focusHandler);
        this._letGo();
        Gio.DBus.session.unown_name(this._name);
        this._object.unexport();
        this._object = null;
    }

    Get() {
        const window = this._window;
        if (!window)
            return [false, '', '', 0];
        return [true, this._appOf(window), window.get_title() ?? '', Math.max(0, window.get_pid())];
    }

    _follow() {
        this._letGo();
        this._window = global.display.focus_window;
        if (this._window)
            this._titleHandler = this._window.connect('notify::title', () => this._tell());
        this._tell();
    }

    _letGo() {
        if (this._window && this._titleHandler)
            this._window.disconnect(this._titleHandler);
        this._window = null;
        this._titleHandler = 0;
    }

    _tell() {
        this._object.emit_signal('Changed', new GLib.Variant('(bssu)', this.Get()));
    }

    // The window's own class is what other desktops report too; the shell's guess stands in where it has none.
    _appOf(window) {
        const own = window.get_wm_class();
        if (own)
            return own;
        const app = Shell.WindowTracker.get_default().get_window_app(window);
        const id = app ? app.get_id() : '';
        return id.startsWith('window:') ? '' : id.replace(/\.desktop$/, '');
    }
}
